import type { Services } from '../services.ts';
import { textsFor, type Texts } from '../texts/texts.ts';
import type { HeardMessage } from './heard-message.ts';

/** Messages say nothing of their author's locale: the server's language, else the question's, if there is one. */
export async function textsForMessage(
  { message, words }: HeardMessage,
  { store, languageOf }: Pick<Services, 'store' | 'languageOf'>,
): Promise<Texts> {
  const { guild } = message;
  const chosen = guild === null ? 'auto' : (await store.guilds.settings(guild.id)).settings.language;
  if (chosen !== 'auto') return textsFor(chosen);
  return textsFor(words === '' && guild !== null ? guild.preferredLocale : languageOf(words));
}
