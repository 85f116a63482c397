/** Made by bundle.mts: loads the test files of the suite that is being bundled, in order of name. */
declare module 'suite-tests' {
  export function loadTests(): void;
}
