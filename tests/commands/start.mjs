import { runOnPinnedNode } from './pinned-node.mjs';

runOnPinnedNode('start.ts');
