/** The best passage enters with what was looked for; what speaks for and against it leaves. */
import { analyseText, articleAnalysis, questionAnalysis, type Token } from '../language/analyse-text.ts';
import { isLightWord } from '../language/stop-words.ts';
import type { ExaminedPassage, QueryTerm } from '../retrieval/passage.ts';
import { findAnswerSpans } from './answer-spans.ts';
import { groupOfKind } from './choice-model.ts';
import { readContradiction } from './read-contradiction.ts';
import type { ChosenSentence } from './choose-sentence.ts';
import type { ExpectedAnswer } from './expected-answer.ts';
import { longArticle, type Evidence } from './weigh-evidence.ts';
import { isNumberWord } from './word-roles.ts';

/** What evidence is read from. */
export interface EvidenceSource {
  readonly question: string;
  readonly terms: readonly QueryTerm[];
  readonly expected: ExpectedAnswer;
  readonly candidate: ExaminedPassage;
  readonly chosen: ChosenSentence;
  /** The text of the passage, and of the chosen sentence. */
  readonly passage: string;
  readonly sentence: string;
  /** By query term: how near in meaning the chosen sentence's nearest word comes, 0 to 1. */
  readonly nearness: readonly number[];
  /** Whether the sentence defines what is asked, as `RankingSignals` has it. */
  readonly defines: number;
  /** Rank scores of all passages that were looked at, best first; its own is the first. */
  readonly scores: readonly number[];
}

/** A word of the question with all that is known of where it is said. */
interface WeighedWord {
  readonly term: QueryTerm;
  /** By how rare the corpus says it. */
  readonly weight: number;
  /** By what it is rather than by the corpus, which may be one article: 1, less for talk and what was told around. */
  readonly importance: number;
  /** Matches, 0 to 1; those of the passage with the title and heading it stands under. */
  readonly inSentence: number;
  readonly inPassage: number;
  /** The match in the sentence, or the nearness in meaning where that is more. */
  readonly near: number;
  readonly isName: boolean;
  /** A name, or a word that may well be one though the article knows it: members write names small. */
  readonly mayBeName: boolean;
  readonly isFigure: boolean;
}

/** What a light word counts, and a word told around the question or just before it; less, the longer ago. */
const importanceOf = { light: 0.35, carried: 0.4 } as const;
/** What a word of the question before is emphasised by. */
const justBefore = 0.3;
/** Two words of the same direction may still mean different things. */
const nearnessWorth = 0.9;
/** How near a word of the language comes that has no vector. */
const unplacedNearness = 0.2;
/** Flatter than the IDF, so that in a corpus of one article its subject, named everywhere, still counts. */
const weightExponent = 0.7;
/** Endings and beginnings that names seldom have: a word so formed is slang or wording rather than somebody. */
const affixes = /^(?:me[mn]|di|ber|ter|nge?[^e]|ke.{4,}an$)|(?:nya|kan|an|in|ing|ed|ly|s)$/u;

function mayBeName({ word, isName, isInLanguage, isNumber, vector }: QueryTerm): boolean {
  if (isName) return true;
  return !isInLanguage && !isNumber && word.length >= 4 && vector === undefined && !affixes.test(word);
}

function weighWords({ terms, candidate, chosen, nearness }: EvidenceSource): WeighedWord[] {
  return terms.map((term, place) => {
    const { word, vector, isInLanguage, emphasis } = term;
    const inSentence = chosen.matches[place] ?? 0;
    const unplaced = inSentence === 0 && isInLanguage ? unplacedNearness : inSentence;
    return {
      term,
      weight: term.weight ** weightExponent,
      importance: isLightWord(word) ? importanceOf.light : importanceOfEmphasis(emphasis),
      inSentence,
      inPassage: candidate.sentenceMatches.reduce(
        (most, sentence) => Math.max(most, sentence[place] ?? 0),
        candidate.contextMatches[place] ?? 0,
      ),
      near: vector !== undefined ? Math.max(inSentence, nearnessWorth * (nearness[place] ?? 0)) : unplaced,
      isName: term.isName || (!term.isKnown && mayBeName(term)),
      mayBeName: mayBeName(term),
      isFigure: term.isNumber || isNumberWord(word),
    };
  });
}

function importanceOfEmphasis(emphasis: number): number {
  return emphasis < 1 ? importanceOf.carried * Math.min(1, emphasis / justBefore) : 1;
}

/** The square of a half: a question that is less alike than that is another's. */
const halfAlike = 0.25;

/** What speaks for and against the passage. */
export function readEvidence(source: EvidenceSource): Evidence {
  const words = weighWords(source);
  const group = groupOfKind[source.expected.kind];
  const { frequency, neighbours, alikeWhole, askedAlike, opening } = source.candidate.signals;
  const { language } = source.candidate.passage;
  const asked = analyseText(source.question, questionAnalysis);
  const said = analyseText(source.sentence, articleAnalysis(language));
  return {
    frequency,
    neighbours,
    alike: alikeWhole,
    askedAlike: Math.max(0, (askedAlike - halfAlike) / (1 - halfAlike)),

    ...readMissing(words),
    ...readNames(words),
    ...readContradiction({ ...source, language }),
    ...readFigures(asked, said),
    missingFigure: Number(source.expected.kind === 'number' && !source.chosen.hasExpected),
    opening,
    defines: source.defines,
    commands: Number(command.test(source.question)),
    asksWhy: Number(group === 'why'),
    asksList: Number(group === 'list'),
    asksName: Number(group === 'name'),
    asksWhether: Number(group === 'whether'),
    ...readLead(source.scores),
    otherSpeaker: Number(source.expected.kind === 'quote' && !someoneSays(source)),
    timeless: Number(source.expected.kind === 'date' && !tellsTime(source.passage)),
    articleSize: Math.min(1, Math.log(Math.max(1, source.scores.length)) / Math.log(longArticle)),
  };
}

/** A score that is this much less counts for a third: a tenth of what a good passage has. */
const scoreScale = 0.1;

function readLead(scores: readonly number[]) {
  const [first = 0, second = first] = scores;
  const all = scores.reduce((sum, score) => sum + Math.exp((score - first) / scoreScale), 0);
  return { lead: Math.min(1, Math.max(0, first - second)), standsOut: Math.min(1, 1 / all) };
}

/** So many of the rarest words missing say as much as there is to say. */
const missingRareMax = 5;

function readMissing(words: readonly WeighedWord[]) {
  const most = (worth: (word: WeighedWord) => number): number =>
    words.reduce((found, word) => Math.max(found, worth(word)), 0);
  const weightSum = words.reduce((sum, { weight }) => sum + weight, 0);
  const share = (worth: (term: QueryTerm) => boolean): number =>
    words.reduce((sum, { term, weight }) => sum + (worth(term) ? weight : 0), 0) / weightSum;
  const rare = words.reduce((sum, { term, inPassage }) => sum + (1 - inPassage) * term.rarity, 0);
  const last = words.findLast(({ term }) => term.emphasis === 1) ?? words.at(-1);
  return {
    unsaid: share(({ isKnown, isInLanguage }) => !isKnown && isInLanguage),
    missingRare: Math.min(1, rare / missingRareMax),
    farMeaning: most(({ importance, near, term }) => importance * (1 - near) * term.rarity),
    missingLast: 1 - (last?.inSentence ?? 0),
    missingNumber: most(({ term, inPassage }) => (term.isNumber ? 1 - inPassage : 0)),
    hasFigure: Number(words.some(({ isFigure }) => isFigure)),
  };
}

function readNames(words: readonly WeighedWord[]) {
  const names = words.filter((word) => word.mayBeName);
  return {
    hasName: Number(words.some(({ isName }) => isName)),
    // A name told before counts for as much as it still matters, however few there are.
    missingNames:
      names.reduce((sum, { inPassage, importance }) => sum + importance * (1 - inPassage), 0) /
      Math.max(
        1,
        names.reduce((sum, { importance }) => sum + importance, 0),
      ),
  };
}

const shareForm = (token: Token, others: readonly Token[]): boolean =>
  others.some(({ forms }) => forms.some((form) => token.forms.includes(form)));

const isYear = ({ folded }: Token): boolean => /^(?:1\d|20)\d\d$/.test(folded);

function readFigures(asked: readonly Token[], said: readonly Token[]) {
  const missing = asked.some((token) => isYear(token) && !shareForm(token, said));
  return { otherYear: Number(missing && said.some((token) => isYear(token) && !shareForm(token, asked))) };
}

/** Words that say when without a date. */
const timeWord =
  /(?<!\p{L})(?:sejak|saat|ketika|setelah|usai|sebelum|sesudah|selama|hingga|sampai|lalu|lampau|nanti|mendatang|depan|tadi|kini|sekarang|dulu|awal|akhir|pertengahan|pagi|siang|sore|malam|subuh|(?:se)?(?:detik|menit|jam|hari|pekan|minggu|bulan|tahun|abad|musim)(?:nya)?|pernah|segera|belum|since|when|while|after|before|during|until|till|ago|last|next|now|then|later|soon|early|late|morning|noon|evening|night|day|days|weeks?|months?|years?|century|decade|season|quarter)(?!\p{L})/iu;

function tellsTime(text: string): boolean {
  return timeWord.test(text) || findAnswerSpans(text, 'date').length > 0;
}

const saying =
  /^(?:kata|ujar|tutur|ungkap|ucap|jelas|tegas|tulis|sebut|cetus|imbuh|tambah|klaim|bilang)(?:nya)?$|^(?:ber|me[mn]?[gy]?)(?:kata|ujar|utur|ungkap|ucap|jelas|egas|ulis|ebut|yebut|ata|yata|ampai|yampai|catat|laim|klaim|aku|anggap|omentar|bantah|uji|puji|ritik|kritik|ambah|ingat|ilai|minta|janji)\w*$|^(?:said|says?|told|tells?|added|adds|wrote|writes|asked|asks|argued|called|warned|noted|claimed|according|menurut|welcomed|praised|criticised|criticized|promised|apologi[sz]ed)$/;
/** Words between who speaks and the word that says so. */
const speakerReach = 5;
/** A weaker form is somebody else. */
const speakerMin = 0.4;

/** Whether a word of the question stands beside one that says somebody speaks. */
function someoneSays({ passage, candidate, terms }: EvidenceSource): boolean {
  const said = analyseText(passage, articleAnalysis(candidate.passage.language));
  const isAsked = ({ folded, forms }: Token): boolean =>
    !saying.test(folded) &&
    terms.some((term) => forms.some((form) => (term.forms.get(form) ?? 0) >= speakerMin));
  return said.some(
    ({ folded }, place) =>
      saying.test(folded) &&
      said.slice(Math.max(0, place - speakerReach), place + speakerReach + 1).some(isAsked),
  );
}

/** Words of those who talk to the bot about itself; an article may have them, a question to one seldom does. */
const command =
  /(?<!\p{L})(?:instruksi\p{L}*|instructions?|prompts?|perintah\p{L}*|abaikan|lupakan|ignore|disregard|forget|pretend|reveal|tampilkan|bocorkan|system message|pesan sistem|developer mode|jailbreak|token|password|konfigurasi|configuration|\.env)(?!\p{L})/iu;
