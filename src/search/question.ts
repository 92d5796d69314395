import type { Intent, Vocabulary } from '../knowledge/vocabulary.ts';
import { FacetRules, type Heard } from './facet-rules.ts';
import { type Found, PhraseFinder, without } from './phrase-finder.ts';
import type { Token } from './token.ts';

/** Words that go with a yes or a no without changing it. */
const POLITE =
  'ạ à nhé nha nhá nhỉ ơi dạ vâng em mình bạn ad rồi luôn đi với giúp giùm chứ nữa'.split(' ');

/** What a question asks about apart from its subject. */
export type Aspect = Heard & {
  /** The question without the words that name the facet. */
  subject: readonly Token[];
};

/** Takes the aspect ("bao nhiêu tiền", "ở đâu") out of questions and tells filler words from the rest. */
export class QuestionReader {
  readonly #facets: FacetRules;
  readonly #fillers: PhraseFinder<'filler' | 'kinship'>;
  readonly #intents: PhraseFinder<Intent>;
  readonly #generic: PhraseFinder<true>;
  readonly #polite: PhraseFinder<true>;

  constructor({ facets, fillers, intents }: Vocabulary) {
    this.#facets = new FacetRules(facets);
    this.#intents = finderByName(intents.entries);
    this.#generic = new PhraseFinder(fillers.generic.map((phrase) => [phrase, true] as const));
    this.#polite = new PhraseFinder(
      [...POLITE, ...fillers.kinship].map((phrase) => [phrase, true] as const),
    );
    this.#fillers = new PhraseFinder([
      ...fillers.phrases.map((phrase) => [phrase, 'filler'] as const),
      ...fillers.kinship.map((phrase) => [phrase, 'kinship'] as const),
    ]);
  }

  /** The facet asked about, and what is left when all facet words are taken out. */
  aspect(tokens: readonly Token[]): Aspect {
    const { facet, isSure, words } = this.#facets.find(tokens);
    return { facet, isSure, subject: without(tokens, words) };
  }

  /** The facet asked about by two words at least, be their marks wrong: "ở chổ nào". */
  facetDespiteMarks(tokens: readonly Token[]): Heard {
    const bare = tokens.map(({ syllable }) => ({ text: syllable, syllable }));
    return this.#facets.find(bare, 2);
  }

  /** The words that are neither filler nor kinship: what the question is really about. */
  content(tokens: readonly Token[]): Token[] {
    return without(tokens, this.#fillers.findAll(tokens));
  }

  /** How much of its weight a word keeps. */
  emphasis(word: Token): number {
    switch (this.#fillers.find(word)) {
      case undefined:
        return 1;
      case 'filler':
        return 0.12;
      case 'kinship':
        return 0.3;
    }
  }

  /** The words that name a matter: no filler, no kinship, and none of those that fit every procedure ("nộp", "hồ sơ"). */
  matter(tokens: readonly Token[]): Token[] {
    return without(this.content(tokens), this.#generic.findAll(this.content(tokens)));
  }

  /** The intent that the whole message spells, such as "cảm ơn nhiều nha"; undefined when it says more than that. */
  wholeIntent(tokens: readonly Token[]): Intent | undefined {
    const found = this.#intents.findAll(tokens);
    if (found.length === 0 || this.content(without(tokens, found)).length > 0) return undefined;
    const intent = found.sort((a, b) => b.end - b.start - (a.end - a.start))[0]?.value;
    const isAnswer = found.some(({ value }) => value === 'yes' || value === 'no');
    return isAnswer && !this.#isPlainAnswer(tokens, found) ? undefined : intent;
  }

  /** "Có ạ" answers; "có được không" and "phải làm sao" are questions, though all their words are fillers. */
  #isPlainAnswer(tokens: readonly Token[], found: readonly Found<Intent>[]): boolean {
    const contradicts = found.some(({ value }) => value === 'no') && found.length > 1;
    const rest = without(tokens, found);
    return !contradicts && rest.every((word) => this.#polite.find(word) !== undefined);
  }
}

function finderByName<Name extends string>(
  entries: Partial<Record<Name, readonly string[]>>,
): PhraseFinder<Name> {
  return new PhraseFinder(pairsByName(entries));
}

function pairsByName<Name extends string>(
  entries: Partial<Record<Name, readonly string[]>>,
): (readonly [string, Name])[] {
  const pairs: (readonly [string, Name])[] = [];
  for (const name in entries) {
    for (const phrase of entries[name] ?? []) pairs.push([phrase, name]);
  }
  return pairs;
}
