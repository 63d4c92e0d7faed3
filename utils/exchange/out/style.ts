/** The type of an exported article: `look.md` in few lines. Nothing in it is asked for. */
const ARTICLE = `
.headline { margin: 0.1em 0 0.4em; font-size: 1.35em; font-weight: 700; line-height: 1.55; text-wrap: balance; }
.kicker, .facts, .source, .notice, figcaption, .alt, footer, .notes-title { font-size: 0.8em; line-height: 1.7; }
.kicker { color: var(--rubric, #9E2F1C); font-weight: 600; }
.deck, .facts, .source, figcaption, .alt, footer { color: var(--muted, #675E52); }
.byline { color: var(--ink, #211C16); font-weight: 600; }
.dot, li::marker { color: var(--rubric, #9E2F1C); }
header p { margin-block: 0.4em; }
p, ul, ol, dl, blockquote, figure, pre, table { margin-block: 1em 0; margin-inline: 0; }
h2, h3, h4, h5, h6 { margin-block: 1.4em 0.5em; font-size: 1.2em; line-height: 1.55; text-wrap: balance; }
ul, ol { padding-inline-start: 1.8em; }
blockquote, .notice, .notes { padding-inline-start: 1em; border-inline-start: 3px solid var(--rubric, #9E2F1C); }
em, i, cite { font-style: normal; }
em { font-weight: 600; }
[dir='ltr'] em, [dir='ltr'] i, [dir='ltr'] cite { font-style: italic; }
a { color: var(--rubric, #9E2F1C); text-underline-offset: 0.25em; }
img { display: block; max-inline-size: 100%; block-size: auto; margin-inline: auto; border-radius: 8px; }
pre, code, kbd, samp { direction: ltr; unicode-bidi: isolate; font-family: monospace; font-size: 0.85em; }
pre { overflow-x: auto; text-align: start; white-space: pre-wrap; }
table { border-collapse: collapse; font-size: 0.85em; }
td, th { padding: 6px 12px; border: 1px solid var(--muted, #675E52); text-align: start; vertical-align: top; }
mark { background: var(--match, #F6DFA8); color: inherit; }
mark[data-colour='2'] { background: var(--green, #D3EBC5); }
mark[data-colour='3'] { background: var(--blue, #CFE3F3); }
mark[data-colour='4'] { background: var(--rose, #F5D3DC); }
footer { margin-block-start: 2em; border-block-start: 1px solid var(--line, #DDD5C6); }
.notes { margin-block-start: 2em; }
.source a { overflow-wrap: anywhere; }
`;

/** Faces a machine may have; what it has not is passed over. */
const FACES = `'Noto Naskh Arabic', 'Amiri', 'Scheherazade New', 'Geeza Pro', 'Traditional Arabic', serif`;

export const HTML_STYLE = `
:root { color-scheme: light dark; --paper: #FBF9F4; --ink: #211C16; --muted: #675E52; --rubric: #9E2F1C; --line: #DDD5C6; --match: #F6DFA8; --green: #D3EBC5; --blue: #CFE3F3; --rose: #F5D3DC; }
@media (prefers-color-scheme: dark) { :root { --paper: #1C1B19; --ink: #E6E0D6; --muted: #A9A092; --rubric: #F0937A; --line: #3A3732; --match: #5C4A1E; --green: #28452A; --blue: #23415A; --rose: #572C3C; } }
@media print { :root { --paper: #FFFFFF; --ink: #000000; --muted: #444444; --rubric: #000000; --line: #999999; --match: #F6DFA8; --green: #D3EBC5; --blue: #CFE3F3; --rose: #F5D3DC; } article { break-before: page; } nav + main > article:first-child { break-before: auto; } }
html { background: var(--paper); color: var(--ink); }
body { max-inline-size: 34em; margin: 0 auto; padding: 24px 20px 64px; font: 1.25rem / 1.8 ${FACES}; text-align: start; overflow-wrap: break-word; }
nav li { margin-block: 0.3em; }
main > article + article, nav + main > article { margin-block-start: 4em; padding-block-start: 2em; border-block-start: 1px solid var(--line); }
${ARTICLE}`;

export const EPUB_STYLE = `
@font-face { font-family: 'Warraq Naskh'; src: url('fonts/naskh.woff2') format('woff2'); font-weight: 400 700; }
body { font-family: 'Warraq Naskh', serif; line-height: 1.8; text-align: start; overflow-wrap: break-word; }
[dir='ltr'] { line-height: 1.6; }
img { max-height: 90vh; }
${ARTICLE}`;
