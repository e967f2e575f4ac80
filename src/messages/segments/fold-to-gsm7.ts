export { foldToGsm7 } from '../../kernel/gsm7.ts';
