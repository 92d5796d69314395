import { describe, expect, it } from 'vitest';
import { realHere } from '../helpers/real.ts';
import { Talk } from '../helpers/talk.ts';

const here = realHere();

describe('a courtesy in a sentence of its own', () => {
  it.each([
    ['cám ơn nghen, bữa nào ghé chơi', 'thanks'],
    ['dạ chú cảm ơn các cháu nhiều lắm', 'thanks'],
    ['bác mới biết nhắn tin, chào các cháu ở xã', 'greet'],
    ['tôi phải hỏi thế nào cho bot hiểu đúng', 'help'],
    ['bạn làm được những gì', 'help'],
  ])('is returned, and nothing is looked up: %s', (words, handler) => {
    expect(new Talk(here).says(words).handler).toBe(handler);
  });

  it.each([
    ['cảm ơn em, còn làm khai sinh cho cháu thì cần giấy gì', '1.001193'],
    ['chào em, chị muốn đăng ký kết hôn', '1.000894'],
  ])('does not hide what is asked: %s', (words, code) => {
    expect(new Talk(here).says(words).hits?.[0]?.id).toBe(code);
  });
});
