import type { Command } from '../src/discord/command.ts';
import { article } from './article.ts';
import { askTheArticle } from './ask-the-article.ts';
import { ask } from './ask.ts';
import { help } from './help.ts';
import { passage } from './passage.ts';
import { search } from './search.ts';

/** Every command there is: registration and dispatch both read this list and no other. */
export const commands: readonly Command[] = [ask, search, passage, article, help, askTheArticle];
