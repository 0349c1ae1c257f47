import {expect} from '@open-wc/testing';
import {reminderFile} from '../../../../src/widgets/base/take/reminder.js';

const EVENT = {title: 'Kijk nog eens hoe het met jou gaat', text: 'Drie maanden geleden keek je; nu weer, met een ë.\nEcht.', url: 'https://example.org/zorg'};
const file = (now: Date, event = EVENT) => reminderFile(event, now, '1-2-3');

describe('the reminder', () => {
  it('is a calendar file with one event, three months from now at ten', () => {
    const lines = file(new Date(2026, 10, 24, 17, 30)).replace(/\r\n /g, '').split('\r\n');
    expect(lines.slice(0, 4)).to.deep.equal(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//mantelzorg-widgets//NL', 'BEGIN:VEVENT']);
    expect(lines).to.include('DTSTART:20270224T100000');
    expect(lines).to.include('UID:1-2-3@mantelzorg-widgets');
    expect(lines).to.include('URL:https://example.org/zorg');
    expect(lines.find((line) => line.startsWith('DTSTAMP:'))).to.match(/^DTSTAMP:\d{8}T\d{6}Z$/);
    expect(lines.slice(-3)).to.deep.equal(['END:VEVENT', 'END:VCALENDAR', '']);
  });

  it('stays within the month, and the year', () => {
    expect(file(new Date(2026, 10, 30))).to.contain('DTSTART:20270228T');
    expect(file(new Date(2027, 10, 30))).to.contain('DTSTART:20280229T');
    expect(file(new Date(2026, 4, 31))).to.contain('DTSTART:20260831T');
  });

  it('escapes signs and folds lines at 75 octets, never inside a sign', () => {
    const long = file(new Date(2026, 0, 1), {...EVENT, text: `a;b,c\\d\n${'é'.repeat(200)}`});
    expect(long).to.contain('a\\;b\\,c\\\\d\\n');
    for (const line of long.split('\r\n')) expect(new TextEncoder().encode(line).length).to.be.at.most(75);
    expect(long.replace(/\r\n /g, '')).to.contain('é'.repeat(200));
  });
});
