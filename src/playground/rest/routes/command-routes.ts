import {
  commandsIn,
  deleteCommand,
  findCommand,
  patchCommand,
  replaceCommands,
  upsertCommand,
} from '../../world/commands.ts';
import { refusals } from '../../world/discord-error.ts';
import type { StoredCommand } from '../../world/world.ts';
import { isTrue, param } from '../router.ts';
import type { RestRequest, Route } from '../router.ts';

const writing = { requests: 20, windowMs: 20_000 };
const globalTemplate = '/applications/{application_id}/commands';
const guildTemplate = '/applications/{application_id}/guilds/{guild_id}/commands';

/** The bot may touch its own application alone, and servers it is in. Gives the scope's server. */
function scopeOf(request: RestRequest): string | undefined {
  const { world, params } = request;
  if (param(request, 'application_id') !== world.bot.id) throw refusals.notYourApplication();
  const guildId = params['guild_id'];
  if (guildId !== undefined && world.guilds.get(guildId)?.members.has(world.bot.id) !== true) {
    throw refusals.missingAccess();
  }
  return guildId;
}

/** Lists leave the localisations out unless asked for them. */
function withoutLocalisations({ api }: StoredCommand): unknown {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'name_localizations' && key !== 'description_localizations')
        .map(([key, inner]) => [key, strip(inner)]),
    );
  };
  return strip(api);
}

function routesOf(template: string): Route[] {
  const one = `${template}/{command_id}`;
  return [
    {
      method: 'GET',
      template,
      answer: (request) => {
        const commands = commandsIn(request.world, scopeOf(request));
        const localised = isTrue(request.query.get('with_localizations'));
        return {
          status: 200,
          body: commands.map((command) => (localised ? command.api : withoutLocalisations(command))),
        };
      },
    },
    {
      method: 'POST',
      template,
      limit: writing,
      answer: (request) => {
        const { command, created } = upsertCommand(request.world, scopeOf(request), request.body);
        return { status: created ? 201 : 200, body: command.api };
      },
    },
    {
      method: 'PUT',
      template,
      limit: writing,
      answer: (request) => ({
        status: 200,
        body: replaceCommands(request.world, scopeOf(request), request.body).map(({ api }) => api),
      }),
    },
    {
      method: 'GET',
      template: one,
      answer: (request) => ({
        status: 200,
        body: findCommand(request.world, scopeOf(request), param(request, 'command_id')).api,
      }),
    },
    {
      method: 'PATCH',
      template: one,
      limit: writing,
      answer: (request) => {
        const command = findCommand(request.world, scopeOf(request), param(request, 'command_id'));
        return { status: 200, body: patchCommand(request.world, command, request.body).api };
      },
    },
    {
      method: 'DELETE',
      template: one,
      limit: writing,
      answer: (request) => {
        deleteCommand(
          request.world,
          findCommand(request.world, scopeOf(request), param(request, 'command_id')),
        );
        return { status: 204 };
      },
    },
  ];
}

/** Application commands, global and of one server. */
export const commandRoutes: readonly Route[] = [...routesOf(globalTemplate), ...routesOf(guildTemplate)];
