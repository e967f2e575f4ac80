// @ts-check
/** The members to choose from: a list beside the phone, or a menu on it. */
import { element, initials } from './show.js';

/**
 * @typedef {{ id: string, number: string, name: string, handle: string, phone: string, language:
 * string, about: string, follows: boolean }} Member
 */

/**
 * @param {Member[]} members
 * @param {{ list: HTMLElement, select: HTMLElement, open: (member: Member) => void }} where
 */
export function listMembers(members, { list, select, open }) {
  for (const member of members) {
    const button = element('button');
    button.setAttribute('type', 'button');
    button.setAttribute('data-id', member.id);
    const words = element('span');
    const about = element('span', 'about', member.about);
    about.lang = member.language;
    words.append(element('strong', '', member.name), about);
    button.append(element('span', 'avatar', initials(member.name)), words);
    button.addEventListener('click', () => open(member));
    const item = element('li');
    item.append(button);
    list.append(item);
    const option = element('option', '', member.name);
    option.setAttribute('value', member.id);
    select.append(option);
  }
}
