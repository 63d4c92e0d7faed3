import { runOnPinnedNode } from './pinned-node.mjs';

runOnPinnedNode('test.ts');
