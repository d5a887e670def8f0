/** A language Kutip reads and speaks, as an ISO 639-1 code. */
export type Language = 'id' | 'en';
