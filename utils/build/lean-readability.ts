import { parseAst, type Plugin } from 'vite';
import {
  FIRST_STEP,
  KNOWN_ANSWERS,
  UNREAD_NOTES,
  UNUSED_STEPS,
} from '../article/finding/readability-steps.ts';

/** The import that is made lean; without the question mark's part it is the library as published. */
const LEAN = /\/Readability\.js\?lean$/;

const OTHERWISE_MADE =
  'Readability.js is not made as expected: see utils/build/lean-readability.ts';

interface Node {
  type: string;
  start: number;
  end: number;
}
interface Method extends Node {
  key: { name: string };
  value: Node & { properties?: Method[] };
}

/**
 * Leaves out of Readability the methods that the step we begin with never comes to: most of a script
 * that every press parses anew. Told by which methods name which (`this.name`). With them go the
 * patterns that only they name (`this.REGEXPS.name`), the constructor's fields that only they read,
 * its complaints about how it is called, what it notes for nobody and what it tells a developer
 * (`this.log`). Questions whose answer is known give way to it, and long names to short ones.
 *
 * @throws Error where the library is no longer one function and one object of methods.
 */
export function leanReadability(): Plugin {
  return {
    name: 'lean-readability',
    enforce: 'pre',
    transform: {
      filter: { id: LEAN },
      handler: (code) => ({ code: asModule(withShortNames(withoutUnused(code))), map: null }),
    },
  };
}

/** Its last statement exports it for Node; a module needs no bundler's helpers around it. */
function asModule(code: string): string {
  const last = parseAst(code).body.at(-1);
  const isExport =
    last && code.slice(last.start, last.end).includes('module.exports = Readability');
  if (!isExport) throw new Error(OTHERWISE_MADE);
  return `${code.slice(0, last.start)}export default Readability;`;
}

export function withoutUnused(source: string): string {
  const code = withoutTelling(withAnswers(source));
  const { constructor, methods } = partsOf(code);
  const namedIn = ({ start, end }: Node, pattern = /this\.([_a-zA-Z]+)/g): string[] =>
    [...code.slice(start, end).matchAll(pattern)].map(([, name]) => name!);
  const used = new Set<string>();
  const follow = (names: readonly string[]): void => {
    for (const name of names) {
      if (used.has(name)) continue;
      used.add(name);
      const method = methods.find(({ key }) => key.name === name);
      if (method) follow(namedIn(method));
    }
  };
  follow([FIRST_STEP]);
  const isIdle = (statement: Statement): boolean => {
    const field = ownName(statement.expression?.left);
    return (field !== undefined && !used.has(field)) || holds(statement, isThrow);
  };
  const { body } = constructor.body;
  const idle = body.filter(isIdle);
  const set = body.filter((statement) => !idle.includes(statement));
  follow(set.flatMap((statement) => namedIn(statement)));
  const isKept = ({ key }: Method): boolean => used.has(key.name);
  const kept = [...set, ...methods.filter(isKept)];
  const patterns = new Set(kept.flatMap((node) => namedIn(node, /REGEXPS\.([A-Za-z0-9]+)/g)));
  const unused = methods.flatMap((method) => {
    if (!isKept(method)) return [method];
    if (method.key.name !== 'REGEXPS') return [];
    return method.value.properties!.filter(({ key }) => !patterns.has(key.name));
  });
  return without(code, [...idle, ...unused]);
}

/** How the library writes the names of its steps, flags and measures, which nothing else reads. */
const OWN_NAMES =
  /(?<![a-zA-Z_])(?:_[a-z][a-zA-Z]+|(?:FLAG|DEFAULT|UNLIKELY|DIV_TO|ALTER_TO|PHRASING)_[A-Z_]+|REGEXPS|hasContent|contentScore|unlikelyCandidates|okMaybeItsACandidate)(?![a-zA-Z_])/g;

/** Code with each of the library's own names, the first step's aside, in as few letters as there are; no minifier may take them. */
export function withShortNames(code: string): string {
  const short = new Map([[FIRST_STEP, FIRST_STEP]]);
  return code.replace(OWN_NAMES, (name) => {
    if (!short.has(name)) short.set(name, `$${short.size.toString(36)}`);
    return short.get(name)!;
  });
}

/** Code without some of its nodes, and without the comma behind each. */
function without(code: string, nodes: readonly Node[]): string {
  let left = '';
  let at = 0;
  for (const { start, end } of nodes.toSorted((one, other) => one.start - other.start)) {
    left += code.slice(at, start);
    at = code[end] === ',' ? end + 1 : end;
  }
  return left + code.slice(at);
}

/** Calls of `this.name()`, and `if (this.name)`, with the answer that is known in their place. */
function withAnswers(code: string): string {
  const questions = questionsIn(parseAst(code)).toSorted((one, other) => other.start - one.start);
  return questions.reduce(
    (text, { start, end, answer }) => `${text.slice(0, start)}${answer}${text.slice(end)}`,
    code,
  );
}

function questionsIn(node: unknown): (Node & { answer: boolean })[] {
  if (node === null || typeof node !== 'object') return [];
  const { type, callee, test } = node as Node & { callee?: Member; test?: Node & Member };
  const name = ownName(type === 'CallExpression' ? callee : test) ?? '';
  const inside = Object.values(node).flatMap(questionsIn);
  if (!Object.hasOwn(KNOWN_ANSWERS, name)) return inside;
  const { start, end } = type === 'CallExpression' ? (node as Node) : test!;
  return [...inside, { type, start, end, answer: KNOWN_ANSWERS[name]! }];
}

/** Code without the statements that do nothing for us. */
function withoutTelling(code: string): string {
  const { constructor, methods } = partsOf(code);
  return without(code, tellingIn([constructor.body.body, methods]));
}

/**
 * Statements of lists, as blocks are, that do nothing for us: calls of `this.log` and of steps that
 * are not wanted, what is done only where one asks for it or a known answer forbids it (`… && false`),
 * and notes that nobody reads. What is the whole of an `if` stays, for something has to stand there.
 */
function tellingIn(node: unknown): Node[] {
  if (node === null || typeof node !== 'object') return [];
  if (!Array.isArray(node)) return Object.values(node).flatMap(tellingIn);
  return node.flatMap((item: unknown) => (tells(item) ? [item] : tellingIn(item)));
}

function tells(node: unknown): node is Node {
  const { type, expression, test } = (node ?? {}) as Statement;
  if (type === 'IfStatement') return ownName(test) === '_debug' || isNever(test);
  if (type !== 'ExpressionStatement') return false;
  const called = ownName(expression?.callee) ?? '';
  return called === 'log' || UNUSED_STEPS.has(called) || holds(expression, isUnreadNote);
}

/** `… && false`. */
function isNever(test: Member | undefined): boolean {
  return test?.operator === '&&' && test.right?.value === false;
}

function isThrow({ type }: Partial<Node>): boolean {
  return type === 'ThrowStatement';
}

function isUnreadNote({ type, left }: Partial<Node> & { left?: Member }): boolean {
  return type === 'AssignmentExpression' && UNREAD_NOTES.has(ownName(left) ?? '');
}

/** Whether a node is such, or one in it. */
function holds(node: unknown, isSuch: (one: object) => boolean): boolean {
  if (node === null || typeof node !== 'object') return false;
  return isSuch(node) || Object.values(node).some((inside) => holds(inside, isSuch));
}

interface Statement extends Node {
  expression?: { callee?: Member; left?: Member };
  test?: Member;
}
interface Member {
  operator?: string;
  right?: { value?: unknown };
  object?: { type: string };
  property?: { name?: string };
}

/** The name in `this.name`; undefined for anything else. */
function ownName(node: Member | undefined): string | undefined {
  return node?.object?.type === 'ThisExpression' ? node.property?.name : undefined;
}

interface Constructor extends Node {
  body: { body: readonly Statement[] };
}

function partsOf(code: string): { constructor: Constructor; methods: readonly Method[] } {
  const { body } = parseAst(code);
  const constructor = body.find(
    (node) => node.type === 'FunctionDeclaration' && node.id?.name === 'Readability',
  ) as Constructor | undefined;
  for (const node of body) {
    if (node.type !== 'ExpressionStatement' || node.expression.type !== 'AssignmentExpression')
      continue;
    const { right } = node.expression;
    if (constructor && right.type === 'ObjectExpression')
      return { constructor, methods: right.properties as unknown as Method[] };
  }
  throw new Error(OTHERWISE_MADE);
}
