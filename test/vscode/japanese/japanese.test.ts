import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  api,
  closeAll,
  diagnostics,
  fixesAt,
  open,
  rangeOf,
  untilRules,
} from '../support/editor.ts';
import { MAIL, PHONE } from '../support/values.ts';

describe('in Japanese', () => {
  before(async () => {
    assert.equal(vscode.env.language, 'ja');
    await api();
  });

  afterEach(closeAll);

  it('are messages, fixes and status', async () => {
    const { document } = await open(`// ${MAIL} tel ${PHONE}\n`, 'ts');
    await untilRules(document.uri, ['email', 'phone-number']);
    for (const { message } of diagnostics(document.uri)) assert.match(message, /[ぁ-んァ-ヶ一-龠]/);
    const actions = await fixesAt(document.uri, rangeOf(document, MAIL));
    assert.ok(actions.some(({ title }) => title === 'この値をマスク'));
    assert.equal((await api()).status(document).text, 'Leaklint: オン');
  });
});
