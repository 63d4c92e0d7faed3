// @vitest-environment node
import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { serve } from '../../browser/server.ts';

test('a browser that resets its encrypted connection ends nothing but that connection', async () => {
  const server = await serve(() => ({ body: 'ok' }));
  for (let time = 0; time < 20; time++) {
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('CONNECT news.example:443 HTTP/1.1\r\nHost: news.example:443\r\n\r\n');
    if (time % 2) await once(socket, 'data');
    socket.resetAndDestroy();
    await once(socket, 'close');
  }
  const answer = await fetch(server.origin);
  expect(await answer.text()).toBe('ok');
  await server.close();
});
