import type { AffordTexts } from '../../wording/locale.ts';

/** What can be spent, in English. */
export const affordTexts: AffordTexts = {
  afford: [
    'On what we know, you can spend up to {room} from {share} until {day}. Counted: {dues}. Other spending is not.',
    'On what we know, up to {room} from {suffix} until {day}. Counted: {dues}. Other spending is not.',
    'On what we know, up to {room} from {suffix} until {day}. Counted: {total}. Other spending is not.',
  ],
  'afford.free': [
    'On what we know, you can spend up to {room} from {share} until {day}: we see no payments due by then. Other spending is not counted.',
    'On what we know, up to {room} from {suffix} until {day}: no payments we know of. Other spending is not counted.',
  ],
  'afford.nothing': [
    'On what we know, nothing is left to spend in {share} until {day}: {available} available now. Counted: {dues}.',
    'On what we know, nothing left in {suffix} until {day}: {available} available now. Counted: {dues}.',
    'On what we know, nothing left in {suffix} until {day}: {available} available now. Counted: {total}.',
  ],
  'afford.yes': [
    'Yes on what we know: after {amount}, {share} keeps {left} or more until {day}. Counted: {dues}. Other spending is not.',
    'Yes on what we know: after {amount}, {suffix} keeps {left} until {day}. Counted: {dues}. Other spending is not.',
    'Yes on what we know: after {amount}, {suffix} keeps {left} until {day}. Counted: {total}. Other spending is not.',
  ],
  'afford.yes.free': [
    'Yes on what we know: after {amount}, {share} keeps {left}. We see no payments due by {day}. Other spending is not counted.',
    'Yes on what we know: after {amount}, {suffix} keeps {left}. No payments we know of by {day}. Other spending is not counted.',
  ],
  'afford.no': [
    'Not on what we know: after {amount}, {share} would be {short} short by {day}. Counted: {dues}.',
    'Not on what we know: {amount} leaves {suffix} {short} short by {day}. Counted: {dues}.',
    'Not on what we know: {amount} leaves {suffix} {short} short by {day}. Counted: {total}.',
  ],
  'afford.no.now': [
    'No: {share} has {available} available now, {short} less than {amount}.',
    'No: {suffix} has {available} available, {short} less than {amount}.',
  ],
  'afford.unknown': [
    "We can't tell: {share} does not show us yet what comes and goes each month. Available now: {available}.",
    "We can't tell yet what comes and goes in {suffix}. Available now: {available}.",
  ],
};
