import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { keptFilePath } from '../../src/kept-files.ts';
import type { Resident } from '../../src/simulator/residents.ts';
import { jpeg } from '../helpers/pictures.ts';
import { ask, newResident, type Program, startProgram } from '../helpers/program.ts';

async function sendPicture(program: Program, { oaId, userId }: Resident, bytes: Buffer) {
  const query = new URLSearchParams({ oaId, userId });
  const answer = await fetch(`${program.url}/thu/api/picture?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg' },
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

  it('that is no picture is not kept, and officers see why', async () => {
    const program = await startProgram();
    const resident = newResident(program);
    await sendPicture(program, resident, Buffer.from('<script>alert(1)</script>'));

    const ticket = await report(program, resident);

    expect(ticket?.attachments).toMatchObject([
      { state: 'refused', url: '', reason: 'Tệp không phải ảnh JPG hoặc PNG.' },
    ]);
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
