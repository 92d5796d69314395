import {
  ASKED_FACETS,
  type AskedFacet,
  type Facet,
  type Vocabulary,
} from '../knowledge/vocabulary.ts';
import type { Sliced } from '../lib/sliced.ts';
import { Evidence, lengthOf, type Trust } from './evidence.ts';
import type { Heard } from './facet-rules.ts';
import { questionIn } from './focus.ts';
import type { Reading } from './reading.ts';
import { type Said, Terms } from './terms.ts';
import { spell, type Token, tokenize } from './token.ts';
import { WordIds } from './word-ids.ts';

// Tried on questions of authors whose questions were left out; values near these do about as well.
const TRUST: Trust = { smoothing: 500, absentShare: 1, leastLength: 0 };
/** What it counts that no rule fits, that one does, and that one does that is sure. */
const RULE_STRENGTH = { none: 0.35, weak: 0.08, sure: 0.32 };
const TITLES = 2; // the short one and the official one
const LAST_WORDS = 3; // "… mấy ngày vậy ạ": most questions ask at their end
const END_SHARE = 0.6; // the end says much of what its words say already

/** What a procedure is called in so many ways: its title, its official name, and how residents say it. */
type Names = readonly (readonly Token[])[];

/**
 * Tells which facet a question asks about by how residents have asked about each: nobody has written a rule for every
 * way to say it. What the rules hear is one sign more, and the strongest.
 */
export class FacetEvidence {
  readonly #terms: Terms;
  readonly #evidence: Evidence;
  /** Of each term, how far it asks, and is not what is asked about: "độc thân" says what a paper is for. */
  readonly #asking: Float32Array;
  /** The titles and official names, which ask for nothing whatever their words are. */
  readonly #titles: ReadonlySet<string>;
  /** How residents name procedures: of these, a few ask. */
  readonly #names: ReadonlySet<string>;

  private constructor(parts: {
    terms: Terms;
    evidence: Evidence;
    asking: Float32Array;
    procedures: readonly Names[];
  }) {
    this.#terms = parts.terms;
    this.#evidence = parts.evidence;
    this.#asking = parts.asking;
    this.#titles = new Set(parts.procedures.flatMap((names) => names.slice(0, TITLES)).map(spell));
    this.#names = new Set(parts.procedures.flat().map(spell));
  }

  /** `entries`: examples by the facet that each asks about; `procedures`: their names, which ask about none. */
  static *of(
    { entries }: Vocabulary['facetQuestions'],
    procedures: readonly Names[],
  ): Sliced<FacetEvidence> {
    const terms = new Terms(new WordIds());
    const titles = procedures.map(([title = []]) => title);
    const documents: Said[] = [];
    for (const facet of ASKED_FACETS) {
      const asked = (entries[facet] ?? []).map(askingWords);
      const questions = facet === 'none' && asked.length > 0 ? [...asked, ...titles] : asked;
      documents.push(terms.add(questions.map(withEnds)));
      yield;
    }
    const evidence = yield* Evidence.of(documents, terms.size, TRUST);
    const asking = askingShares(terms, documents, procedures.flat());
    return new FacetEvidence({ terms, evidence, asking, procedures });
  }

  /** The facet that the words of a reading speak for most, with what the rules say of it. */
  find(reading: Reading, heard: Heard): Facet | undefined {
    const spelling = spell(reading);
    if (this.#titles.has(spelling)) return undefined;
    if (this.#names.has(spelling)) return heard.facet;
    const strengths = this.#strengthsOf(reading);
    const byRules = heard.facet ?? 'none';
    let best: AskedFacet = byRules;
    let most = -Infinity;
    for (const [i, facet] of ASKED_FACETS.entries()) {
      const strength = (strengths[i] ?? 0) + (facet === byRules ? strengthOf(heard) : 0);
      if (strength > most) [best, most] = [facet, strength];
    }
    return best === 'none' ? undefined : best;
  }

  #strengthsOf(reading: Reading): Float32Array {
    const words = withEnds(reading);
    const said = this.#terms.weigh(
      words,
      words.map((_, i) => (i < reading.length ? 1 : END_SHARE)),
    );
    const asking = new Map(
      [...said].map(([term, share]) => [term, share * (this.#asking[term] ?? 0)]),
    );
    return this.#evidence.strengths(asking, lengthOf(said));
  }
}

/** Of each term, its share in questions against its share in the names of what is asked about. */
function askingShares(terms: Terms, questions: readonly Said[], names: Names): Float32Array {
  const asked = sharesOf(questions, terms.size);
  const named = sharesOf(
    names.map((name) => terms.weigh(withEnds(name)).keys()),
    terms.size,
  );
  return asked.map((share, term) => share / (share + (named[term] ?? 0)));
}

/** The share of each term in all that the texts say. */
function sharesOf(texts: readonly Iterable<number>[], size: number): Float32Array {
  const counts = new Float32Array(size);
  let all = 0;
  for (const text of texts) {
    for (const term of text) {
      counts[term] = (counts[term] ?? 0) + 1;
      all++;
    }
  }
  return counts.map((count) => count / Math.max(1, all));
}

function strengthOf({ facet, isSure }: Heard): number {
  if (isSure) return RULE_STRENGTH.sure;
  return facet === undefined ? RULE_STRENGTH.none : RULE_STRENGTH.weak;
}

/** What an example asks with: of a story the sentence that is the question. */
function askingWords(question: string): readonly Token[] {
  return questionIn(question) ?? tokenize(question);
}

/** The words with the first and the last of them once more, as words of their own. */
function withEnds(words: readonly Token[]): Token[] {
  const last = words.slice(-LAST_WORDS);
  const first = words.slice(0, 1).map(({ syllable }) => markedAs(`${syllable}^`));
  return [
    ...words,
    ...last.map(({ syllable }, i) => markedAs(`${syllable}$${last.length - i}`)),
    ...first,
  ];
}

function markedAs(text: string): Token {
  return { text, syllable: text };
}
