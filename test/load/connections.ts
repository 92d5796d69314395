import { connect, type Socket } from 'node:net';

/** How one request ended. `status` is 0 when the connection broke. `ms` counts from when it was due. */
export type Answer = { status: number; ms: number };

type Waiting = { resolve: (answer: Answer) => void; due: number };

/** One connection that is kept open, with one request on it at a time. As little work as possible on our side. */
class Connection {
  readonly #socket: Socket;
  #waiting: Waiting | undefined;
  #received = '';
  isBroken = false;

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1').setNoDelay();
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (chunk: string) => {
      this.#read(chunk);
    });
    this.#socket.on('error', () => undefined); // 'close' follows
    this.#socket.on('close', () => {
      this.isBroken = true;
      this.#finish(0);
    });
  }

  send(request: Buffer, due: number): Promise<Answer> {
    return new Promise((resolve) => {
      this.#waiting = { resolve, due };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: string): void {
    this.#received += chunk;
    const headEnd = this.#received.indexOf('\r\n\r\n');
    if (headEnd === -1) return;
    const head = this.#received.slice(0, headEnd);
    const isWhole = /transfer-encoding: chunked/i.test(head)
      ? this.#received.endsWith('0\r\n\r\n')
      : this.#received.length >=
        headEnd + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (isWhole) this.#finish(Number(head.slice(9, 12)));
  }

  #finish(status: number): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#received = '';
    waiting?.resolve({ status, ms: performance.now() - waiting.due });
  }
}

/** Connections to one port of this machine: as many as are needed at a time. */
export class Connections {
  readonly #port: number;
  readonly #idle: Connection[] = [];
  readonly #all = new Set<Connection>();

  constructor(port: number) {
    this.#port = port;
  }

  /** Sends a whole request, head and body. Never rejects. */
  async send(request: Buffer, due = performance.now()): Promise<Answer> {
    const connection = this.#take();
    const answer = await connection.send(request, due);
    if (connection.isBroken) this.#all.delete(connection);
    else this.#idle.push(connection);
    return answer;
  }

  close(): void {
    for (const connection of this.#all) connection.close();
  }

  #take(): Connection {
    const idle = this.#idle.pop();
    if (idle !== undefined && !idle.isBroken) return idle;
    const made = new Connection(this.#port);
    this.#all.add(made);
    return made;
  }
}

/** Sends requests one after another on so many connections at once. Gives the answers a second and each answer. */
export async function sendSideBySide(
  port: number,
  requests: readonly Buffer[],
  atOnce: number,
): Promise<{ perSecond: number; answers: Answer[] }> {
  const connections = new Connections(port);
  const answers: Answer[] = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
        answers.push(await connections.send(request));
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  connections.close();
  return { perSecond: Math.round(requests.length / seconds), answers };
}

/** Sends so many requests a second however slowly they are answered, as the world does. */
export async function sendAtRate(
  port: number,
  requestOf: (i: number) => Buffer,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Answer[]> {
  const connections = new Connections(port);
  const total = perSecond * seconds;
  const answers: Promise<Answer>[] = [];
  const started = performance.now();
  while (answers.length < total) {
    const dueNow = Math.min(total, Math.floor(((performance.now() - started) / 1000) * perSecond));
    while (answers.length < dueNow) {
      const due = started + (answers.length / perSecond) * 1000;
      answers.push(connections.send(requestOf(answers.length), due));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const all = await Promise.all(answers);
  connections.close();
  return all;
}

/** The value under which so many of a hundred lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
