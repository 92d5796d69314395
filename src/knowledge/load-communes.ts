import { communeSchema, type Commune } from './commune.ts';
import { answerSchema } from './answer.ts';
import { type Feedback, readCommuneFeedback } from './load-feedback.ts';
import type { FolderReader } from './folder-reader.ts';
import type { CommuneKnowledge } from './knowledge.ts';
import {
  applyOverride,
  type LocalProcedure,
  national,
  type Override,
  overrideSchema,
  ownOf,
} from './override.ts';
import { planSchema } from './plan.ts';
import { type Procedure, procedureSchema } from './procedure.ts';

type Procedures = ReadonlyMap<string, Procedure>;

/** Reads every commune: its facts, plans and answers, and the procedures as they are done there. */
export async function readCommunes(
  reader: FolderReader,
  procedures: Procedures,
  shared: Feedback,
): Promise<CommuneKnowledge[]> {
  const slugs = reader.files
    .map((file) => /^communes\/([^/]+)\/commune\.json$/.exec(file)?.[1])
    .filter((slug) => slug !== undefined);
  const provinces = new Map<string, Promise<Place>>();
  const entries = await Promise.all(
    slugs.map(async (slug) => {
      const folder = `communes/${slug}`;
      const commune = await reader.read(`${folder}/commune.json`, communeSchema);
      if (commune === undefined) return undefined;
      const plans = await reader.readAll(new RegExp(`^${folder}/plans/`), planSchema);
      const answers = await reader.readAll(new RegExp(`^${folder}/answers/`), answerSchema);
      const places = [
        await provinceOf(commune, { reader, provinces }),
        await readPlace(reader, folder, commune.name),
      ];
      const own = await readCommuneFeedback(reader, slug, shared);
      return { commune, plans, answers, procedures: inPlaces(procedures, places), ...own };
    }),
  );
  return entries.filter((entry) => entry !== undefined);
}

/** What one province or commune sets differently, and the procedures that only it has. */
type Place = { name: string; overrides: readonly Override[]; own: readonly Procedure[] };

type ProvinceReading = { reader: FolderReader; provinces: Map<string, Promise<Place>> };

/** A province's files are read once, however many of its communes are served. */
function provinceOf(
  { province, provinceSlug }: Commune,
  { reader, provinces }: ProvinceReading,
): Promise<Place> {
  if (provinceSlug === undefined)
    return Promise.resolve({ name: province, overrides: [], own: [] });
  const known = provinces.get(provinceSlug);
  if (known !== undefined) return known;
  const place = readPlace(reader, `provinces/${provinceSlug}`, province);
  provinces.set(provinceSlug, place);
  return place;
}

async function readPlace(reader: FolderReader, folder: string, name: string): Promise<Place> {
  const overrides = await reader.readAll(new RegExp(`^${folder}/overrides/`), overrideSchema);
  const own = await reader.readAll(new RegExp(`^${folder}/procedures/`), procedureSchema);
  return { name, overrides: overrides.filter(({ status }) => status === 'published'), own };
}

/** The national procedures with the province's rules put in, and then the commune's: the nearer wins. */
function inPlaces(
  procedures: Procedures,
  places: readonly Place[],
): ReadonlyMap<string, LocalProcedure> {
  const local = new Map([...procedures].map(([code, procedure]) => [code, national(procedure)]));
  for (const { name, overrides, own } of places) {
    for (const procedure of own) local.set(procedure.code, ownOf(name, procedure));
    for (const override of overrides) {
      const base = local.get(override.overrides);
      if (base !== undefined) local.set(override.overrides, applyOverride(base, name, override));
    }
  }
  return local;
}
