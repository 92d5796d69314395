import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, raw } from '../../src/lib/html.ts';

describe('a page', () => {
  it('shows a script that somebody typed as text', () => {
    const typed = '<script>alert("x")</script>';

    expect(html`<p>${typed}</p>`.toString()).toBe(
      '<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</p>',
    );
  });

  it('cannot be left through an attribute', () => {
    const typed = `" onmouseover='steal()' & more`;

    expect(html`<a title="${typed}">x</a>`.toString()).toBe(
      '<a title="&quot; onmouseover=&#39;steal()&#39; &amp; more">x</a>',
    );
  });

  it('holds no bracket or quote of a value, whatever the value is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        expect(html`${value}`.toString()).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('puts lists one after another and escapes each entry', () => {
    const items = ['sổ đỏ', '<b>'].map((item) => html`<li>${item}</li>`);

    expect(html`<ul>${items}${['&', ['"']]}</ul>`.toString()).toBe(
      '<ul><li>sổ đỏ</li><li>&lt;b&gt;</li>&amp;&quot;</ul>',
    );
  });

  it('does not escape twice what is already a part of a page', () => {
    const inner = html`<b>${'&'}</b>`;

    expect(html`<p>${inner}</p>`.toString()).toBe('<p><b>&amp;</b></p>');
  });

  it('leaves out what is absent and keeps zero', () => {
    expect(html`[${undefined}${null}${false}${0}${''}]`.toString()).toBe('[0]');
  });

  it('takes markup of our own as it is', () => {
    expect(html`${raw('<svg></svg>')}`.toString()).toBe('<svg></svg>');
  });
});
