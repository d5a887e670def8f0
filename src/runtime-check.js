// Plain JavaScript on purpose: it has to run on the very Node versions it turns away.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const wanted = [24, 15];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  process.stderr.write(
    `Kutip needs Node.js ${wanted.join('.')} or newer, and this is ${process.versions.node}. ` +
      'Run "npm ci" without --omit=optional (it brings Node 24 along on Linux and Windows), ' +
      'or install Node.js 24 LTS from https://nodejs.org and try again.\n',
  );
  process.exit(1);
}

// Every start after the first loads the code compiled: 0.5 s of processor time instead of 0.8 s. It is
// kept beside the packages, so that `npm ci` empties it; where nothing can be written it does nothing.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/kutip', import.meta.url)));
