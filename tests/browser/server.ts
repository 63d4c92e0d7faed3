import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodingLabel } from './charset.ts';

/** Hosts the browsers themselves call, whatever page is open. */
const ERRANDS = /(^|\.)(google|googleapis|gstatic|gvt1|mozilla|firefox)\.(com|net|org)(:\d+)?$/;

/** One answer: a page's bytes with the charset rule, or anything with its own headers. */
export interface Answer {
  body: string | Uint8Array;
  status?: number;
  /** Default `text/html` with the charset found in the bytes. */
  type?: string;
  headers?: Record<string, string>;
  /** Milliseconds before the answer begins. */
  delay?: number;
}

export type Routes = (url: URL, request: IncomingMessage) => Answer | null | undefined;

export interface FixtureServer {
  port: number;
  /** Of the server itself, without a slash at the end: for a browser that is not told to use it as its network. */
  origin: string;
  /**
   * Every address asked for since the start or the last `forget`, `CONNECT host:port` for encrypted
   * ones; without the browsers' own errands and `favicon.ico`.
   */
  requests: string[];
  forget(): void;
  close(): Promise<void>;
}

/**
 * Serves fixture pages on the loopback interface. It also answers as an HTTP proxy, so that a
 * browser whose only network it is (`network: { port }`) finds pages under any `http://` host, and
 * no request can leave unseen. Encrypted connections are noted and refused.
 */
export async function serve(routes: Routes): Promise<FixtureServer> {
  const requests: string[] = [];
  const note = (host: string, line: string) => {
    if (!ERRANDS.test(host) && !line.endsWith('/favicon.ico')) requests.push(line);
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
    note(url.host, url.href);
    const answer = routes(url, request) ?? { status: 404, body: '', type: 'text/plain' };
    const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
    const send = () => {
      response.writeHead(answer.status ?? 200, {
        'content-type': answer.type ?? `text/html; charset=${decodingLabel(body)}`,
        'content-length': body.byteLength,
        'cache-control': 'no-store',
        ...answer.headers,
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (answer.delay) setTimeout(send, answer.delay);
    else send();
  });
  server.on('connect', (request, socket) => {
    note(request.url ?? '', `CONNECT ${request.url}`);
    // From here on nobody else listens to this socket, and a browser that is killed resets it.
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  const port = await listen(server);
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    requests,
    forget: () => {
      requests.length = 0;
    },
    close: () => end(server),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
