import type { Page } from 'playwright-core';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of a text that an editor shows. The editor draws a line as spans by token, so the text is looked up in all. */
export async function pointOf(page: Page, text: string): Promise<Point> {
  const point = await page.evaluate<Point | null>(
    `(${String(findPoint)})(document, ${JSON.stringify(text)})`,
  );
  if (!point) throw new Error(`no editor shows ${JSON.stringify(text)} in one line`);
  return point;
}

/** The little of the DOM that runs in the page; the library is not loaded for these files. */
interface Dom {
  querySelectorAll(selector: string): Iterable<{ readonly textContent: string }>;
  createTreeWalker(root: unknown, show: number): { nextNode(): TextNode | null };
  createRange(): {
    setStart(node: TextNode, offset: number): void;
    setEnd(node: TextNode, offset: number): void;
    getBoundingClientRect(): { x: number; y: number; width: number; height: number };
  };
}

interface TextNode {
  readonly length: number;
}

function findPoint(dom: Dom, text: string): Point | null {
  for (const line of dom.querySelectorAll('.monaco-editor .view-line')) {
    const start = line.textContent.replace(/\u00A0/g, ' ').indexOf(text);
    if (start < 0) continue;
    const range = dom.createRange();
    const nodes = dom.createTreeWalker(line, 4); // NodeFilter.SHOW_TEXT
    let offset = 0;
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const end = offset + node.length;
      if (offset <= start && start < end) range.setStart(node, start - offset);
      if (offset < start + text.length && start + text.length <= end) {
        range.setEnd(node, start + text.length - offset);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      offset = end;
    }
  }
  return null;
}
