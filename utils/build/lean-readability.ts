import { parseAst, type Plugin } from 'vite';
import { UNUSED_STEPS } from '../article/readability-steps.ts';

/** The import that is made lean; without the question mark's part it is the library as published. */
const LEAN = /\/Readability\.js\?lean$/;

interface Node {
  type: string;
  start: number;
  end: number;
}
interface Method extends Node {
  key: { name: string };
}

/**
 * Leaves out of Readability the methods that nothing calls once our own steps stand in the place
 * of its preparing and cleaning: half of a script that every press parses anew. Told by which
 * methods name which (`this.name`), beginning with the constructor and `parse`.
 *
 * @throws Error where the library is no longer one function and one object of methods.
 */
export function leanReadability(): Plugin {
  return {
    name: 'lean-readability',
    enforce: 'pre',
    transform: {
      filter: { id: LEAN },
      handler: (code) => ({ code: withoutUnused(code), map: null }),
    },
  };
}

export function withoutUnused(code: string): string {
  const { constructor, methods } = partsOf(code);
  const namedIn = ({ start, end }: Node): string[] =>
    [...code.slice(start, end).matchAll(/this\.([_a-zA-Z]+)/g)].map(([, name]) => name!);
  const used = new Set<string>(Object.keys(UNUSED_STEPS));
  const open = ['parse', ...namedIn(constructor)];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const method = methods.find(({ key }) => key.name === name);
    if (!method || used.has(name)) continue;
    used.add(name);
    open.push(...namedIn(method));
  }
  let lean = '';
  let at = 0;
  for (const { key, start, end } of methods) {
    if (used.has(key.name) && !(key.name in UNUSED_STEPS)) continue;
    lean += code.slice(at, start);
    at = code[end] === ',' ? end + 1 : end;
  }
  return lean + code.slice(at);
}

function partsOf(code: string): { constructor: Node; methods: readonly Method[] } {
  const { body } = parseAst(code);
  const constructor = body.find(
    (node) => node.type === 'FunctionDeclaration' && node.id?.name === 'Readability',
  );
  for (const node of body) {
    if (node.type !== 'ExpressionStatement' || node.expression.type !== 'AssignmentExpression')
      continue;
    const { right } = node.expression;
    if (constructor && right.type === 'ObjectExpression')
      return { constructor, methods: right.properties as unknown as Method[] };
  }
  throw new Error('Readability.js is not made as expected: see utils/build/lean-readability.ts');
}
