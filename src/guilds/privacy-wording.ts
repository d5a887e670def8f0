/** A text for members, in the languages of the interface. */
export interface Wording {
  readonly id: string;
  readonly en: string;
}

export const nobody: Wording = { id: 'tidak seorang pun', en: 'nobody' };
export const moderators: Wording = { id: 'moderator, tanpa nama', en: 'moderators, without names' };
