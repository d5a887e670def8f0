import type { Command } from '../src/discord/command.ts';
import { article } from './article.ts';
import { askTheArticle } from './ask-the-article.ts';
import { ask } from './ask.ts';
import { forgetMe } from './forget-me.ts';
import { gaps } from './gaps.ts';
import { help } from './help.ts';
import { passage } from './passage.ts';
import { privacy } from './privacy.ts';
import { quote } from './quote.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { suggestAsQuote } from './suggest-as-quote.ts';
import { verifyQuote } from './verify-quote.ts';
import { verify } from './verify.ts';
import { whyThisPassage } from './why-this-passage.ts';

/** Every command there is: registration and dispatch both read this list and no other. */
export const commands: readonly Command[] = [
  ask,
  search,
  passage,
  article,
  verify,
  quote,
  settings,
  gaps,
  privacy,
  forgetMe,
  help,
  askTheArticle,
  suggestAsQuote,
  verifyQuote,
  whyThisPassage,
];
