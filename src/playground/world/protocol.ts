import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ButtonStyle,
  ComponentType,
  InteractionResponseType,
} from 'discord-api-types/v10';

/** Discord's enums as plain numbers: requests bring numbers, and nobody has checked them yet. */
type Numbers<Enum> = { readonly [Name in keyof Enum & string]: number };

export const optionTypes: Numbers<typeof ApplicationCommandOptionType> = ApplicationCommandOptionType;
export const commandTypes: Numbers<typeof ApplicationCommandType> = ApplicationCommandType;
export const integrationTypes: Numbers<typeof ApplicationIntegrationType> = ApplicationIntegrationType;
export const buttonStyles: Numbers<typeof ButtonStyle> = ButtonStyle;
export const componentTypes: Numbers<typeof ComponentType> = ComponentType;
export const callbackTypes: Numbers<typeof InteractionResponseType> = InteractionResponseType;

/**
 * The one place where a hand-built or checked object is declared to be one of Discord's.
 * That these objects are true is the business of the published schemas in the tests, which see
 * every answer; the compiler cannot follow how they come about.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a declaration, not a computation
export function asWire<T>(value: unknown): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as said above
  return value as T;
}
