// Small line drawings, in the colour of the text that they stand in.

const SVG = 'http://www.w3.org/2000/svg';
const PATHS = {
  like: 'M12 20.5C5 15.6 2.8 12 2.8 8.6A4.9 4.9 0 0 1 12 6.4a4.9 4.9 0 0 1 9.2 2.2c0 3.4-2.2 7-9.2 11.9Z',
  boost: 'M16.5 4 20 7.5 16.5 11M4 11.5V10a2.5 2.5 0 0 1 2.5-2.5H20'
    + 'M7.5 20 4 16.5 7.5 13M20 12.5V14a2.5 2.5 0 0 1-2.5 2.5H4',
  comment: 'M4 5.5h16v11h-9L6.5 20v-3.5H4Z',
  bookmark: 'M6.5 4h11v16.5L12 16l-5.5 4.5Z',
  watch: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  mute: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15ZM10 20.5h4M4 3.5l16 17',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15ZM10 20.5h4',
  feed: 'M4 6h16M4 12h16M4 18h10',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.8-4 3.6-6 7.5-6s6.7 2 7.5 6',
};

export function icon(name) {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  return svg;
}
