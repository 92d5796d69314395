import type { Response } from 'express';
import { residentKey } from './residents.ts';

const KEEP_ALIVE_MS = 20_000; // shorter than the idle limit of the usual proxies

/** The open pages, each listening to one resident (Server-Sent Events). */
export class StreamHub {
  readonly #listeners = new Map<string, Set<Response>>();
  readonly #keepAlive: NodeJS.Timeout;

  constructor() {
    this.#keepAlive = setInterval(() => {
      this.#write(':\n\n');
    }, KEEP_ALIVE_MS).unref();
  }

  /** Turns a response into a stream of this resident's events. */
  open(response: Response, oaId: string, userId: string): void {
    const key = residentKey(oaId, userId);
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(response));
    response.on('close', () => {
      listeners.delete(response);
      if (listeners.size === 0) this.#listeners.delete(key);
    });
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
  }

  send(to: { oaId: string; userId: string }, event: string, data: unknown): void {
    const listeners = this.#listeners.get(residentKey(to.oaId, to.userId)) ?? [];
    for (const response of listeners) response.write(streamEvent(event, data));
  }

  close(): void {
    clearInterval(this.#keepAlive);
    for (const listeners of this.#listeners.values()) {
      for (const response of listeners) response.end();
    }
  }

  #write(text: string): void {
    for (const listeners of this.#listeners.values()) {
      for (const response of listeners) response.write(text);
    }
  }
}

/** One event in the wire format of Server-Sent Events. */
export function streamEvent(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
