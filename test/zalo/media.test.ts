import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fetchMedia } from '../../src/zalo/media.ts';
import { jpeg } from '../helpers/pictures.ts';

/** A server that stands where the simulated Zalo keeps its pictures. Gives the folder. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return `http://127.0.0.1:${address.port}/pictures`;
}

describe('fetching a picture that a resident sent', () => {
  it('gives it without the place where it was taken', async () => {
    const folder = await serve((_, response) => response.end(jpeg()));

    const result = await fetchMedia(`${folder}/a.jpg`, { simulatorPictures: folder });

    expect(result).toMatchObject({ file: { type: 'image/jpeg' } });
    expect('file' in result && result.file.bytes.includes('GPS')).toBe(false);
  });

  it.each([
    'http://127.0.0.1:3000/can-bo',
    'https://127.0.0.1/a.jpg',
    'https://169.254.169.254/latest/meta-data',
    'http://f1-zpc.zdn.vn/a.jpg',
    'https://f1-zpc.zdn.vn:8443/a.jpg',
    'https://zdn.vn@evil.example/a.jpg',
    'https://evil-zdn.vn/a.jpg',
    'https://zdn.vn.evil.example/a.jpg',
    'file:///etc/passwd',
    'no address at all',
  ])('asks nobody for %s', async (url) => {
    const resolve = () => Promise.reject(new Error('DNS was asked'));

    expect(await fetchMedia(url, { resolve })).toEqual({ refused: 'foreign' });
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.1.1',
    '169.254.169.254',
    '::1',
    '::ffff:10.0.0.1',
    'fd00::1',
  ])('does not follow the name of a Zalo host to %s', async (address) => {
    const resolve = () => Promise.resolve(['203.119.8.1', address]);

    const result = await fetchMedia('https://f1-zpc.zdn.vn/a.jpg', { resolve });

    expect(result).toEqual({ refused: 'private-address' });
  });

  it('follows no redirect', async () => {
    const folder = await serve((request, response) => {
      if (request.url?.endsWith('/a.jpg') === true)
        response.writeHead(302, { location: '/pictures/b.jpg' });
      response.end(jpeg());
    });

    expect(await fetchMedia(`${folder}/a.jpg`, { simulatorPictures: folder })).toEqual({
      refused: 'redirect',
    });
  });

  it('does not take ten megabytes into memory', async () => {
    let sent = 0;
    const folder = await serve((_, response) => {
      const piece = Buffer.alloc(256 * 1024, 1);
      const write = () => {
        while (sent < 10 * 1024 * 1024) {
          sent += piece.length;
          if (!response.write(piece)) {
            response.once('drain', write);
            return;
          }
        }
        response.end();
      };
      write();
    });

    expect(await fetchMedia(`${folder}/a.jpg`, { simulatorPictures: folder })).toEqual({
      refused: 'too-large',
    });
  });

  it('believes the bytes, not the name', async () => {
    const folder = await serve((_, response) => {
      response.setHeader('content-type', 'image/jpeg').end('<script>alert(1)</script>');
    });

    expect(await fetchMedia(`${folder}/a.jpg`, { simulatorPictures: folder })).toEqual({
      refused: 'not-accepted',
    });
  });

  it('does not wait for ever', async () => {
    const folder = await serve(() => undefined);
    const options = { simulatorPictures: folder, timeoutMs: 100 };

    expect(await fetchMedia(`${folder}/a.jpg`, options)).toEqual({ refused: 'unreachable' });
  });

  it('says when Zalo has it no more', async () => {
    const folder = await serve((_, response) => response.writeHead(404).end());

    expect(await fetchMedia(`${folder}/a.jpg`, { simulatorPictures: folder })).toEqual({
      refused: 'gone',
    });
  });
});
