import {
  EncryptedPDFError,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { barePicture } from './bare-picture.ts';

/** Why a PDF cannot be cleaned. `locked`: it wants a password. */
export type PdfRefusal = 'locked' | 'broken';

/** What tells of who made it, and what would run by itself or hide other files when it is opened. */
const DROPPED = [
  ...['Metadata', 'PieceInfo', 'LastModified'],
  ...['OpenAction', 'AA', 'JavaScript', 'JS', 'XFA', 'EmbeddedFiles', 'AF'],
].map((name) => PDFName.of(name));
const RUNS = [PDFName.of('JavaScript'), PDFName.of('Launch')];
const [FILTER, LENGTH, ACTION_KIND] = [PDFName.of('Filter'), PDFName.of('Length'), PDFName.of('S')];
const JPEG_FILTER = PDFName.of('DCTDecode');

/**
 * Writes a PDF anew with its pages as they are, and without the data about its maker (document info, XMP, EXIF of its
 * photos), scripts, files within the file and earlier versions. Heavy: to be called in a worker only.
 */
export async function barePdf(
  bytes: Uint8Array,
): Promise<{ bytes: Uint8Array } | { refused: PdfRefusal }> {
  try {
    const document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: true,
    });
    if (document.getPageCount() === 0) return { refused: 'broken' };
    const { context } = document;
    keepOnly(context, new Set(cleaned(context)));
    const options = { addDefaultPage: false, updateFieldAppearances: false };
    return { bytes: await document.save(options) };
  } catch (thrown) {
    return { refused: thrown instanceof EncryptedPDFError ? 'locked' : 'broken' };
  }
}

/** Cleans whatever leads on from the document's root; gives what it reached. */
function cleaned(context: PDFContext): PDFRef[] {
  const reached = new Map<PDFObject, PDFRef | undefined>();
  const waiting: PDFObject[] =
    context.trailerInfo.Root === undefined ? [] : [context.trailerInfo.Root];
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (reached.has(object)) continue;
    reached.set(object, object instanceof PDFRef ? object : undefined);
    if (object instanceof PDFRef) waiting.push(...lookedUp(context, object));
    else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFStream) waiting.push(object.dict);
    else if (object instanceof PDFDict) waiting.push(...withoutDropped(object));
  }
  return [...reached.values()].filter((ref) => ref !== undefined);
}

function lookedUp(context: PDFContext, ref: PDFRef): PDFObject[] {
  const object = context.lookup(ref);
  if (object === undefined) return [];
  const bare = object instanceof PDFRawStream ? withoutExif(object) : object;
  if (bare !== object) context.assign(ref, bare);
  return [bare];
}

/** What is left in a dictionary once it is cleaned. */
function withoutDropped(dict: PDFDict): PDFObject[] {
  const kind = dict.lookup(ACTION_KIND);
  const runs = RUNS.some((name) => name === kind);
  for (const key of runs ? dict.keys() : DROPPED) dict.delete(key);
  return dict.values();
}

/** A photo in the PDF without the place where it was taken. One we cannot read stays: it is no file of its own. */
function withoutExif(stream: PDFRawStream): PDFRawStream {
  const filter = stream.dict.lookup(FILTER);
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  const picture = only === JPEG_FILTER ? barePicture(Buffer.from(stream.contents)) : undefined;
  if (picture?.type !== 'image/jpeg') return stream;
  stream.dict.set(LENGTH, stream.dict.context.obj(picture.bytes.length));
  return PDFRawStream.of(stream.dict, picture.bytes);
}

/** Earlier versions and what nothing leads to any more are not written out again. */
function keepOnly(context: PDFContext, kept: ReadonlySet<PDFRef>): void {
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!kept.has(ref)) context.delete(ref);
  }
  const { Root } = context.trailerInfo;
  context.trailerInfo = Root === undefined ? {} : { Root };
}
