/** What the bench looks at. */
export interface Subjects {
  readonly memberNumber: string;
  readonly memberName: string;
  readonly phone: string;
  readonly handle: string;
  readonly suffix: string;
  readonly conversation: string;
  readonly messageKey: string;
  readonly task: string;
  readonly dispute: string;
  readonly approval: string;
  readonly notice: string;
  readonly transfer: string;
  readonly staff: string;
  readonly searches: Readonly<Record<string, string>>;
}

/** Searches over all messages: none, few, many and all of them are found. */
export const searched: Readonly<Record<string, object>> = {
  none: { words: 'xylophone' },
  few: { words: 'hotel reno 4711' },
  many: { words: 'balance' },
  'many by two words': { words: 'checking available' },
  'of a channel and outcome': { channel: 'x', direction: 'in', outcome: 'unknown' },
  'of a day': { words: 'savings', from: dayAgo(40), until: dayAgo(40) },
};

function dayAgo(days: number): string {
  return Temporal.Now.plainDateISO().subtract({ days }).toString();
}

/** Every list and search of the console by its section and name, as a path. */
export function consolePages(of: Subjects): Readonly<Record<string, string>> {
  const query = (text: string) => `/members?q=${encodeURIComponent(text)}`;
  const file = `/members/${of.memberNumber}`;
  const [first = '', last = ''] = of.memberName.split(' ');
  return {
    Today: '/',
    'Inbox: waiting': '/inbox',
    'Inbox: mine': '/inbox?view=mine',
    'Inbox: all': '/inbox?view=all',
    'Inbox: closed': '/inbox?view=closed',
    'Inbox: saved replies': '/inbox/replies',
    Conversation: `/inbox/${of.conversation}`,
    'Conversation: why this answer': `/inbox/why/${encodeURIComponent(of.messageKey)}`,
    'Approvals: waiting': '/approvals',
    'Approvals: all': '/approvals?all',
    'Approvals: one': `/approvals/${of.approval}`,
    'Disputes: open': '/disputes',
    'Disputes: closed too': '/disputes?all',
    'Disputes: one': `/disputes/${of.dispute}`,
    'Tasks: open': '/tasks',
    'Tasks: closed too': '/tasks?view=closed',
    'Tasks: one': `/tasks/${of.task}`,
    'Members: by number': query(of.memberNumber),
    'Members: by a number’s beginning': query('95'),
    'Members: by name': query(of.memberName),
    'Members: by beginnings of names': query(`${last.slice(0, 3)} ${first.slice(0, 2)}`),
    'Members: by a common name': query(first),
    'Members: by phone': query(of.phone),
    'Members: by handle': query(`@${of.handle}`),
    'Members: by a handle’s beginning': query('@person'),
    'Members: by receipt': query(`${of.memberNumber} 2-3`),
    'Members: by receipt alone': query('2-3'),
    'Member file': file,
    'Member file: access': `${file}/access`,
    'Member file: audit': `${file}/audit`,
    'Member file: entries': `${file}/shares/${of.suffix}`,
    Consent: `/consent?q=${of.memberNumber}`,
    ...Object.fromEntries(
      Object.entries(of.searches).map(([name, id]) => [`Search: ${name}`, `/search/${id}`]),
    ),
    Settings: '/settings',
    'Settings: texts not understood': '/settings/unknown',
    'Settings: history': '/settings/history',
    'Settings: drafts': '/settings/drafts',
    Notices: '/notices',
    'Notices: one to everybody': `/notices/${of.notice}`,
    'Notices: new': '/notices/new',
    'Reports: 28 days': '/reports',
    'Reports: a year': '/reports?days=364',
    'Reports: days as CSV': '/reports/days.csv',
    'Examiner: transfers of a member': `/reports/examiner?number=${of.memberNumber}`,
    'Examiner: one transfer': `/reports/examiner/transfer?id=${of.transfer}`,
    Staff: '/staff',
    'Staff: one': `/staff/${of.staff}`,
    'Audit: acts': '/audit',
    'Audit: acts of a person and kind': '/audit?who=Ann&what=task_closed',
    'Audit: acts on a member': `/audit?number=${of.memberNumber}`,
    'Audit: looks': '/audit/looks',
    'Audit: looks of a person': '/audit/looks?who=Bob',
    'Audit: looks at a member': `/audit/looks?number=${of.memberNumber}`,
    'Audit: record': '/audit/record',
    Training: '/training',
  };
}

/** What the API answers to the same: operations with their input. */
export function consoleOperations(of: Subjects): Readonly<Record<string, object>> {
  const number = of.memberNumber;
  return {
    readToday: {},
    listConversations: { view: 'all' },
    readConversation: { conversationId: of.conversation },
    listStaffApprovals: {},
    listCases: {},
    listTasks: {},
    findMembers: { text: of.memberName },
    listMembers: {},
    readMemberFile: { number },
    listNotices: {},
    readReport: {},
    findTransfers: { number },
    listStaff: {},
    listActs: {},
    listLooks: {},
    listSettingsDrafts: {},
    listUnknownTexts: {},
  };
}
