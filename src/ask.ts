/**
 * The terminal: a question, or JSON lines of them, enters; the articles' own words leave on
 * standard output. Everything else (problems of the corpus, wrong usage) goes to standard error.
 */
import { once } from 'node:events';
import path from 'node:path';
import { answerQuestion } from './answers/answer-question.ts';
import { explainQuestion } from './answers/explain-question.ts';
import { loadCorpus } from './articles/load-corpus.ts';
import { describeProblem } from './articles/problem.ts';
import { detectLanguage } from './language/detect-language.ts';
import { loadKnowledge } from './language/load-knowledge.ts';
import { projectFolder } from './project-folder.ts';
import { buildPassageIndex } from './retrieval/build-passage-index.ts';
import type { PassageIndex } from './retrieval/passage.ts';
import { answerBatch } from './terminal/answer-batch.ts';
import { readArguments, usageText, type AskCommand } from './terminal/read-arguments.ts';
import { renderExplanation } from './terminal/render-explanation.ts';
import { renderOutcome, showControls } from './terminal/render-outcome.ts';

const exitCodes = { done: 0, failed: 1, wrongUsage: 2 } as const;
const corpusFolderDefault = path.join(projectFolder, 'corpus');
/** Lines longer than this are hard to read, however wide the terminal. */
const lineWidthMax = 100;
const lineWidthMin = 20;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has closed the pipe (| head): it has all it wanted.
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  throw error;
});

process.exitCode = await runCommand(readArguments(process.argv.slice(2)));

async function runCommand(command: AskCommand): Promise<number> {
  if (command.kind === 'help') {
    await writeOutput(usageText);
    return exitCodes.done;
  }
  if (command.kind === 'usage-error') {
    process.stderr.write(`${command.message}\n\n${usageText}`);
    return exitCodes.wrongUsage;
  }
  const folder = command.corpusFolder ?? corpusFolderDefault;
  const index = await loadIndex(folder);
  if (index === undefined) {
    process.stderr.write(
      `${folder} holds no article that can be read: name another folder with --corpus DIR.\n`,
    );
    return exitCodes.failed;
  }
  if (command.kind === 'batch') {
    const errorCount = await answerBatch(index, { input: process.stdin, output: { write: writeOutput } });
    return errorCount === 0 ? exitCodes.done : exitCodes.failed;
  }
  return answerOne(index, command);
}

async function loadIndex(folder: string): Promise<PassageIndex | undefined> {
  const { articles, problems, warnings } = await loadCorpus(folder);
  for (const problem of [...problems, ...warnings]) {
    process.stderr.write(`${showControls(describeProblem(problem))}\n`);
  }
  return articles.length === 0 ? undefined : buildPassageIndex(articles, { knowledge: loadKnowledge() });
}

async function answerOne(
  index: PassageIndex,
  command: Extract<AskCommand, { kind: 'question' }>,
): Promise<number> {
  const { text, articleId, isExplained } = command;
  if (articleId !== undefined && !index.articles.has(articleId)) {
    const known = [...index.articles.keys()].slice(0, 20).join(', ');
    process.stderr.write(
      showControls(`No article has the id "${articleId}". There are: ${known}`).concat('\n'),
    );
    return exitCodes.wrongUsage;
  }
  const question = { text, previous: [], ...(articleId === undefined ? {} : { articleId }) };
  const style = {
    language: command.language ?? detectLanguage(text),
    hasColours: process.stdout.isTTY && process.stdout.hasColors(),
    width: Math.max(lineWidthMin, Math.min(process.stdout.columns ?? lineWidthMax, lineWidthMax)),
  };
  await writeOutput(renderOutcome(index, answerQuestion(index, question), style));
  if (isExplained) {
    await writeOutput(`\n${renderExplanation(explainQuestion(index, question), style.language)}`);
  }
  return exitCodes.done;
}

/** Writes to standard output; resolves when more may be written. */
async function writeOutput(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
