import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { keptFilePath } from '../../src/kept-files.ts';
import type { Resident } from '../../src/simulator/residents.ts';
import { pdf } from '../helpers/pdfs.ts';
import { jpeg } from '../helpers/pictures.ts';
import { ask, newResident, type Program, startProgram } from '../helpers/program.ts';

async function sendPicture(program: Program, resident: Resident, bytes: Buffer) {
  await send(program, resident, { bytes, type: 'image/jpeg', name: 'anh.jpg' });
}

type Sent = { bytes: Buffer; type: string; name: string };

async function send(program: Program, resident: Resident, { bytes, type, name }: Sent) {
  const { oaId, userId } = resident;
  const query = new URLSearchParams({ oaId, userId, name });
  const answer = await fetch(`${program.url}/thu/api/picture?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(bytes),
  });
  expect(answer.status).toBe(204);
  await program.idle();
}

async function report(program: Program, resident: Resident) {
  await ask(program, resident, 'Cống trước cổng trường bị vỡ, nước chảy ra đường');
  await ask(program, resident, 'Lan 0912345678');
  await ask(program, resident, 'gửi');
  await program.idle();
  return program.store.tickets().at(-1);
}

/** The last message that a resident got. */
function heardBy({ simulator }: Program, resident: Resident): string {
  const messages = simulator.messagesOf(resident);
  return messages.findLast(({ from }) => from === 'oa')?.text ?? '';
}

describe('a picture sent with a report', () => {
  it('is kept in the data folder, without the place where it was taken', async () => {
    const program = await startProgram();
    const resident = newResident(program);
    await sendPicture(program, resident, jpeg());

    const ticket = await report(program, resident);

    const [kept] = ticket?.attachments ?? [];
    expect(kept).toMatchObject({ state: 'kept', url: '', contentType: 'image/jpeg' });
    const path = keptFilePath(program.dataFolder, { code: ticket?.code ?? '', id: kept?.id ?? '' });
    const bytes = await readFile(path ?? '');
    expect(bytes.toString('latin1')).not.toMatch(/GPS|secret/);
  });

  it('that is no picture is not kept; officers see why, and who sent it is told what to do', async () => {
    const program = await startProgram();
    const resident = newResident(program);
    await sendPicture(program, resident, Buffer.from('<script>alert(1)</script>'));

    const ticket = await report(program, resident);

    expect(ticket?.attachments).toMatchObject([
      { state: 'refused', url: '', reason: 'Không phải ảnh (JPG, PNG, WebP, GIF) hoặc PDF.' },
    ]);
    const told = heardBy(program, resident);
    expect(told).toContain(`phản ánh ${ticket?.code ?? ''} còn một ảnh hoặc tệp em chưa nhận được`);
    expect(told).toContain('Em chỉ nhận ảnh (JPG, PNG, WebP, GIF) và tệp PDF');
  });

  it('sent after the report, in answer to an officer, is fetched too', async () => {
    const program = await startProgram();
    const resident = newResident(program);
    const ticket = await report(program, resident);
    await program.store.updateTicket({
      code: ticket?.code ?? '',
      change: (one) => ({ ticket: { ...one, state: 'awaiting-resident' } }),
    });

    await sendPicture(program, resident, jpeg());

    await expect
      .poll(() => program.store.ticket(ticket?.code ?? '')?.attachments)
      .toMatchObject([{ state: 'kept' }]);
  });
});

describe('a document sent with a report', { timeout: 60_000 }, () => {
  const asDocument = { type: 'application/octet-stream' };

  it('is kept when it is a PDF, without its maker', async () => {
    const program = await startProgram();
    const resident = newResident(program);
    await send(program, resident, { ...asDocument, bytes: await pdf(), name: 'don.pdf' });

    const ticket = await report(program, resident);

    const [kept] = ticket?.attachments ?? [];
    expect(kept).toMatchObject({ kind: 'file', state: 'kept', contentType: 'application/pdf' });
    const path = keptFilePath(program.dataFolder, { code: ticket?.code ?? '', id: kept?.id ?? '' });
    expect(await readFile(path ?? '', 'latin1')).not.toMatch(/secret|GPS/);
  });

  it('that is a Word file is refused, whatever its name says', async () => {
    const program = await startProgram();
    const resident = newResident(program);
    const bytes = Buffer.from('PK\x03\x04 word/document.xml', 'latin1');
    await send(program, resident, { ...asDocument, bytes, name: 'don.pdf' });

    const ticket = await report(program, resident);

    expect(ticket?.attachments).toMatchObject([{ state: 'refused' }]);
    expect(heardBy(program, resident)).toContain('chưa nhận Word, Excel');
  });
});
