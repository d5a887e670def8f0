/** Discord's own limits, in UTF-16 units where a length is meant (never looser than Discord's count). */

/** https://discord.com/developers/docs/resources/message#create-message-jsonform-params */
export const messageLengthMax = 2000;
/** https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id */
export const customIdLengthMax = 100;
/** https://discord.com/developers/docs/components/reference#button-button-structure */
export const buttonLabelLengthMax = 80;
/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
export const choiceNameLengthMax = 100;
export const choicesMax = 25;

/** https://discord.com/developers/docs/components/reference */
export const buttonsPerRowMax = 5;
export const rowsMax = 5;
export const placeholderLengthMax = 150;
export const selectTextLengthMax = 100;
export const modalTitleLengthMax = 45;
/** https://discord.com/developers/docs/resources/channel#start-thread-from-message */
export const threadNameLengthMax = 100;

/** What a member may type into a question; longer messages are asked by their beginning. */
export const questionLengthMax = 500;
/** What a member may search for: the terms travel in the page buttons' custom IDs. */
export const searchTermsLengthMax = 80;
