// What is pasted from Word or a web page becomes clean Markdown. The foreign HTML is only read, never put into this page.

const BLOCKS = new Set(['P', 'DIV', 'SECTION', 'ARTICLE', 'HEADER', 'FOOTER', 'MAIN', 'FIGURE', 'FIGCAPTION', 'ADDRESS', 'CENTER', 'DD', 'DT', 'DL', 'FORM']);
const DROPPED = new Set(['SCRIPT', 'STYLE', 'HEAD', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'SVG', 'IMG', 'BUTTON', 'INPUT', 'SELECT', 'TEXTAREA', 'TITLE', 'META', 'LINK']);

const escaped = (text) => text.replace(/[\\`*_[\]<>]/g, '\\$&');

/** Text that would begin a heading, list or quotation by chance. */
const guarded = (line) => line.replace(/^(\s*)(#{1,6}\s|[-+]\s|\d+[.)]\s)/, (whole, space, mark) => `${space}${mark.replace(/[#.)+-]/, '\\$&')}`);

function marked(text, mark) {
  const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text);
  return inner ? before + mark + inner + mark + after : text;
}

/** The words of an element in one line, with emphasis and links. */
function inline(node) {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.data.replace(/[\s\u00a0]+/g, ' '));
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const name = node.nodeName.toUpperCase();
  if (DROPPED.has(name) || /mso-list:\s*ignore/i.test(node.getAttribute('style') ?? '')) return '';
  if (name === 'BR') return '\n';
  const words = [...node.childNodes].map(inline).join('');
  const style = node.getAttribute('style') ?? '';
  if (name === 'A') {
    const address = node.getAttribute('href') ?? '';
    return /^(https?:|mailto:)/i.test(address) && words.trim() && !/[\s<>]/.test(address) ? `[${words.trim()}](${address.replace(/[()]/g, encodeURIComponent)})` : words;
  }
  // Some editors wrap everything into a bold element that is not bold.
  if ((name === 'B' || name === 'STRONG') && !/font-weight:\s*(normal|400)/i.test(style)) return marked(words, '**');
  if ((name === 'I' || name === 'EM') && !/font-style:\s*normal/i.test(style)) return marked(words, '*');
  if (name === 'SPAN' && /font-weight:\s*(bold|[6-9]00)/i.test(style)) return marked(words, '**');
  if (name === 'SPAN' && /font-style:\s*italic/i.test(style)) return marked(words, '*');
  return words;
}

const tidy = (text) => text.split('\n').map((line) => line.replace(/ +/g, ' ').trim()).filter(Boolean).map(guarded).join('\n');

/** A paragraph that Word made to look like a list. */
function wordItem(element) {
  if (!/MsoList/i.test(element.className) && !/mso-list:\s*l/i.test(element.getAttribute('style') ?? '')) return null;
  const words = inline(element).replace(/\s+/g, ' ').trim();
  return /^\s*\d+[.)]/.test(element.textContent) ? `1. ${words.replace(/^\d+\\?[.)]\s*/, '')}` : `- ${words.replace(/^[·•o§▪–-]\s+/, '')}`;
}

function list(element, depth) {
  const isOrdered = element.nodeName.toUpperCase() === 'OL';
  let number = 0;
  return [...element.children].map((item) => {
    if (item.matches('ul, ol')) return list(item, depth + 1);
    const nested = [...item.children].filter((child) => child.matches('ul, ol'));
    const own = [...item.childNodes].filter((child) => !nested.includes(child)).map(inline).join('').replace(/\s+/g, ' ').trim();
    number += 1;
    const line = '   '.repeat(depth) + (isOrdered ? `${number}. ` : '- ') + own;
    return [line, ...nested.map((child) => list(child, depth + 1))].join('\n');
  }).join('\n');
}

function table(element) {
  const rows = [...element.querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => inline(cell).replace(/\s+/g, ' ').replaceAll('|', '\\|').trim()));
  if (rows.length === 0) return '';
  // One cell is a page's layout and no table.
  if (rows.every((row) => row.length < 2)) return rows.flat().filter(Boolean).join('\n\n');
  const width = Math.max(...rows.map((row) => row.length));
  const line = (cells) => `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  return [line(rows[0]), line(Array(width).fill('---')), ...rows.slice(1).map(line)].join('\n');
}

/** The blocks of an element, each as Markdown. */
function blocks(element) {
  const found = [];
  let line = '';
  const flush = () => {
    const text = tidy(line);
    if (text) found.push(text);
    line = '';
  };
  for (const node of element.childNodes) {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType !== Node.ELEMENT_NODE || !(BLOCKS.has(name) || /^(H[1-6]|UL|OL|TABLE|BLOCKQUOTE|PRE|HR)$/.test(name) || node.querySelector?.('p, ul, ol, table, h1, h2, h3, blockquote'))) {
      line += inline(node);
      continue;
    }
    flush();
    if (DROPPED.has(name)) continue;
    const item = name === 'P' ? wordItem(node) : null;
    if (item) found.push(item);
    else if (/^H[1-6]$/.test(name)) found.push(`${Number(name[1]) <= 2 ? '##' : '###'} ${inline(node).replace(/\s+/g, ' ').replaceAll('**', '').trim()}`);
    else if (name === 'UL' || name === 'OL') found.push(list(node, 0));
    else if (name === 'TABLE') found.push(table(node));
    else if (name === 'BLOCKQUOTE') found.push(blocks(node).join('\n\n').split('\n').map((text) => `> ${text}`.trim()).join('\n'));
    else if (name === 'PRE') found.push(tidy(escaped(node.textContent)));
    else if (name !== 'HR') found.push(...blocks(node));
  }
  flush();
  return found;
}

/** Markdown of foreign HTML. */
export function markdownOf(html) {
  const isItem = (text) => /^(- |\d+\. )/.test(text);
  return blocks(new DOMParser().parseFromString(html, 'text/html').body).filter(Boolean)
    .reduce((text, block, at, all) => text + (at === 0 ? '' : isItem(block) && isItem(all[at - 1]) ? '\n' : '\n\n') + block, '');
}

document.querySelector('textarea[data-writing]')?.addEventListener('paste', (event) => {
  const html = event.clipboardData?.getData('text/html');
  if (!html) return;
  const text = markdownOf(html);
  if (!text) return;
  event.preventDefault();
  const area = event.target;
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
});
