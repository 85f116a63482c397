/** The text of THIRD-PARTY-NOTICES.md. */
export function notices(): string;
