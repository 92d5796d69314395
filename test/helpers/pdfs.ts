import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { jpeg } from './pictures.ts';

/** A PDF of one page whose metadata, script and photo name a person or a place in many ways. */
export async function pdf({ password }: { password?: string } = {}): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([200, 200]);
  document.setAuthor('secret author');
  const { context, catalog } = document;
  const text = new TextEncoder().encode('<x:xmpmeta>secret xmp</x:xmpmeta>');
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(text)));
  const script = { S: 'JavaScript', JS: PDFString.of('secret script') };
  catalog.set(PDFName.of('OpenAction'), context.obj(script));
  context.register(context.obj({ Old: PDFString.of('secret version') }));
  const photo = context.stream(jpeg(), { Type: 'XObject', Subtype: 'Image', Filter: 'DCTDecode' });
  document.getPage(0).node.setXObject(PDFName.of('Photo'), context.register(photo));
  if (password !== undefined) document.encrypt({ userPassword: password });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}
