import type { Evidence } from '../../evidence.ts';
import { reservedDomain } from '../../gazetteer/reserved-domains.ts';
import { defineRule, type Context, type Judgement, type Slice } from '../../rule.ts';
import { atSigns, type AtSign } from './at-sign.ts';
import { mailCells } from './cells.ts';
import { disguised, DISGUISES } from './disguise.ts';
import { domainAt, type Domain } from './domain.ts';
import { mayBeMailbox } from './glance.ts';
import { localPartBefore, type LocalPart } from './local-part.ts';
import { EMAIL_NAMES, isRole } from './names.ts';
import { octetsOf } from './octets.ts';
import { quotedLocalBefore } from './quoted.ts';
import { isFileName, isMarked, isSomethingElse, type Surroundings } from './surroundings.ts';

/** E-mail addresses: RFC 5321 mailboxes, internationalised ones, and disguises. */
export const email = defineRule({
  id: 'email',
  category: 'contact',
  severity: 'warning',
  messages: { en: 'E-mail address', ja: 'メールアドレス' },
  names: EMAIL_NAMES,
  prior: 0.5,
  anchors: ['at', 'label'],
  literals: DISGUISES,
  glance: { at: mayBeMailbox },
  column: { chance: 0.01 },
  cells: mailCells,
  *judge(slice, context) {
    let found = false;
    for (const at of atSigns(slice.folded, slice.start, slice.end)) {
      found = true;
      const judgement = judgeAt(slice, at, context);
      if (judgement) yield judgement;
    }
    if (!found) yield* disguised(slice);
  },
});

/** RFC 5321 section 4.5.3.1.3: a path has 256 octets, two of them the angle brackets. */
const LONGEST = 254;

function judgeAt(slice: Slice, at: AtSign, context: Context): Judgement | undefined {
  const { text, folded } = slice;
  // Most at-signs of source code have no name before them.
  if (/[\s/'`(*]/.test(folded[at.start - 1] ?? ' ')) return undefined;
  const domain = domainAt(text, folded, at.end);
  if (!domain || (!domain.real && !context.typed)) return undefined;
  const after = folded[domain.end] ?? '';
  const field = context.typed ? slice.start : undefined;
  const local =
    localPartBefore(text, folded, at.start, { after, encoded: at.encoded, field }) ??
    (field === undefined ? undefined : quotedLocalBefore(folded, at.start, field));
  if (!local || octetsOf(folded.slice(local.start, domain.end)) > LONGEST) return undefined;
  if (local.loose && !context.typed && !isCarrier(domain.name)) return undefined;
  const around = {
    folded,
    start: local.start,
    end: domain.end,
    local: local.name,
    domain: domain.name,
  };
  if (isSomethingElse(around, at.encoded)) return undefined;
  return {
    start: local.start,
    end: domain.end,
    evidence: evidenceOf(local, domain, around, context),
  };
}

function evidenceOf(
  local: LocalPart,
  domain: Domain,
  around: Surroundings,
  context: Context,
): readonly Evidence[] {
  const evidence: Evidence[] = [{ code: domain.real ? 'top-level-domain' : 'refuted' }];
  const source = reservedDomain(domain.name);
  if (source !== undefined) evidence.push({ code: 'reserved', note: source });
  if (FICTITIOUS.test(domain.name)) evidence.push({ code: 'dummy', note: 'fictitious company' });
  if (isRole(local.name, domain.name)) return [...evidence, { code: 'role-account' }];
  if (context.typed) return evidence;
  const marked = isMarked(around);
  const hotword = context.hotword();
  if (marked) evidence.push({ code: 'mark' });
  if (hotword) evidence.push({ code: 'hotword' });
  if (!marked && !hotword && isFileName(domain.name)) evidence.push({ code: 'file-name' });
  return evidence;
}

/** Companies of Microsoft's documentation; it owns the domains. */
const FICTITIOUS = /(?:^|\.)(?:contoso|fabrikam|adventure-works|northwindtraders)\.com$/i;

/** Mobile carriers that once gave out `a..b@` and `a.@` in spite of RFC 5321. */
function isCarrier(domain: string): boolean {
  return /^(?:docomo\.ne\.jp|ezweb\.ne\.jp|[a-z]\.vodafone\.ne\.jp|jp-[a-z]\.ne\.jp|softbank\.ne\.jp)$/i.test(
    domain,
  );
}
