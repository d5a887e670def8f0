import { fileURLToPath } from 'node:url';

/** The folder of package.json, absolute, wherever the program was started from. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));
