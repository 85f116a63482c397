-- A dump. The column list says what each value is; every value is nobody's.
CREATE TABLE customers (
  id          BIGINT PRIMARY KEY,
  name        VARCHAR(100),
  email       VARCHAR(254),
  tel         VARCHAR(20),
  postal_code CHAR(8),
  address     TEXT,
  passport_no CHAR(9)
);
INSERT INTO customers (id, name, email, tel, postal_code, address, passport_no) VALUES
  (100001, '見本太郎', 'taro@example.co.jp', '090-0123-4567', '163-8001', '東京都新宿区西新宿2-8-1', 'TK0000001'),
  (100002, '見本花子', 'hanako@example.jp', '09009876543', '060-8611', '北海道札幌市中央区北1条西2丁目', 'TK0000002'),
  (100003, 'O''Example', 'oexample@example.com', '03-0123-4567', '530-8201', '大阪府大阪市北区中之島1-3-20', 'MU0000003');
