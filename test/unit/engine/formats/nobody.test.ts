import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { scanText } from '../../../../src/engine/index.ts';

/** Files of every project, in which nobody stands. */
const FILES: readonly (readonly [path: string, text: string])[] = [
  [
    '.github/workflows/ci.yml',
    `name: Continuous Integration
on:
  push:
    branches: [main, 'release/**']
  schedule:
    - cron: '17 4 * * 1'
env:
  CONTACT: \${{ vars.CONTACT }}
  BUILD_NUMBER: 2026112301234
jobs:
  build:
    name: Build and Test
    runs-on: \${{ matrix.os }}
    strategy:
      matrix:
        os: [ubuntu-24.04, windows-2025]
        node: ['20.19.0', 22, 24]
        include: [{ os: macos-15, node: 24, name: Apple Silicon }]
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
      - name: Set up Node
        uses: actions/setup-node@v4.1.0
        with: { node-version: '\${{ matrix.node }}', cache: npm }
      - name: Publish
        env:
          NODE_AUTH_TOKEN: \${{ secrets.NPM_TOKEN }}
        run: |
          git config user.name "github-actions[bot]"
          git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
          npm ci && npm test -- --timeout 1234567890
`,
  ],
  [
    'docker-compose.yml',
    `services:
  db:
    image: postgres:17.2-alpine
    container_name: shop-db
    environment:
      POSTGRES_USER: shop
      POSTGRES_PASSWORD: \${DB_PASSWORD:?}
    ports: ["127.0.0.1:5432:5432"]
    healthcheck: { test: [CMD-SHELL, pg_isready -U shop], interval: 10s, retries: 5 }
  mail:
    image: axllent/mailpit:v1.21.8
    ports:
      - "8025:8025"
    labels:
      org.opencontainers.image.title: Mail Catcher
      traefik.http.routers.mail.rule: Host(\`mail.localhost\`)
networks:
  default: { ipam: { config: [{ subnet: 172.28.0.0/16, gateway: 172.28.0.1 }] } }
`,
  ],
  [
    'openapi.yaml',
    `openapi: 3.1.0
info: { title: Customers, version: 1.4.12, contact: { name: API Team, url: https://example.com/support } }
components:
  schemas:
    Customer:
      type: object
      required: [name, phone, email]
      properties:
        name: { type: string, maxLength: 80, description: Full name of the customer }
        phone: { type: string, pattern: '^[0-9+-]{10,15}$' }
        birth_date: { type: string, format: date }
        sex: { type: string, enum: [unknown, male, female] }
        email:
          type: string
          format: email
        address:
          $ref: '#/components/schemas/Address'
`,
  ],
  [
    'k8s.yaml',
    `apiVersion: apps/v1
kind: Deployment
metadata:
  name: customer-service
  uid: 6f1c2c1e-7f9a-4f0e-9d3c-3f2a1b4c5d6e
  creationTimestamp: "2025-03-04T05:06:07Z"
---
apiVersion: v1
kind: Service
metadata: { name: customer-service, labels: { app.kubernetes.io/name: customer } }
spec:
  clusterIP: 10.96.0.10
  ports: [{ name: http, port: 80, targetPort: 8080 }]
`,
  ],
  [
    'index.html',
    `<!DOCTYPE html>
<html lang="ja">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="author" content="Example Inc.">
  <meta property="og:title" content="お問い合わせ | サンプルストア">
  <title>お問い合わせ</title>
  <link rel="stylesheet" href="/assets/app.8f3b2c1d.css" integrity="sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC">
  <script>window.dataLayer = window.dataLayer || []; gtag('config', 'G-ABCDE12345');</script>
  <style>.phone { width: 1234567890px; color: #123456 }</style>
</head>
<body>
  <form action="/contact" method="post">
    <label for="name">氏名 <span class="required">必須</span></label>
    <input id="name" name="name" placeholder="姓 名" required>
    <label>性別</label>
    <select name="sex"><option value="1">男</option><option value="2">女</option></select>
    <label for="tel">電話番号</label><input id="tel" type="tel" name="tel" pattern="[0-9-]{10,13}">
    <label for="email">メールアドレス</label><input id="email" type="email" name="email">
    <label for="address">住所</label><textarea id="address" name="address" rows="3"></textarea>
    <button type="submit" name="submit">送信する</button>
  </form>
  <table><thead><tr><th>商品</th><th>価格</th><th>コード</th></tr></thead>
  <tbody><tr><td>りんご</td><td>1,200円</td><td>4901234567894</td></tr></tbody></table>
  <footer><address>サンプルストア</address><p>&copy; 2026 Example Inc. v2.14.0</p></footer>
</body>
</html>
`,
  ],
  [
    'pom.xml',
    `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>customer-service</artifactId>
  <version>1.20.3-SNAPSHOT</version>
  <name>Customer Service</name>
  <organization><name>Example Inc.</name><url>https://example.com</url></organization>
  <properties><java.version>21</java.version><build.number>20261123012345</build.number></properties>
  <dependencies>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-web</artifactId>
      <version>3.4.1</version>
    </dependency>
    <dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>42.7.4</version></dependency>
  </dependencies>
</project>
`,
  ],
  [
    'res/strings.xml',
    `<resources>
  <string name="app_name">Address Book</string>
  <string name="phone">Phone</string>
  <string name="birth_date">Date of birth</string>
  <string name="sex">Sex</string>
  <string name="email_hint">name@example.com</string>
  <integer name="phone_max">1234567890</integer>
</resources>
`,
  ],
  [
    'icon.svg',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" id="phone"><title>Phone</title>
<path d="M12.090 1.2345678 0901234 5678.09012345678 4.5z" data-name="phone"/><text name="name">Phone</text></svg>`,
  ],
  [
    'docs.md',
    `# Packages

| name | version | price | released | size |
| :--- | ------: | ----: | -------- | ---- |
| Left Pad | 1.3.0 | $1,200.00 | 2016-03-22 | 1234567890 |
| Chalk | 5.3.0 | ¥12,800 | 2023-06-29 | 0901234567 |

| Option | Type | Default | Description |
|--------|------|---------|-------------|
| \`phone\` | string | none | Telephone number of the customer |
| \`email\` | string | none | E-mail address |
| \`sex\` | string | unknown | one of male, female |
| \`birth_date\` | date | 2000-01-01 | Date of birth |

Name | Contact
---- | -------
Support | support@example.com
`,
  ],
  [
    'help.txt',
    `Usage: tool [options]

  --name  NAME   name of the customer    (default: none)
  --phone PHONE  phone of the customer   (default: none)

NAME                 READY   STATUS    RESTARTS   AGE
customer-7d4b9c5f6   1/1     Running   0          2d
address-5f6d7c8b9    1/1     Running   3          12d
`,
  ],
  [
    'clean.ipynb',
    JSON.stringify({
      cells: [
        {
          cell_type: 'code',
          source: [
            'import pandas as pd\n',
            'df = pd.read_csv("customers.csv", dtype={"phone": str})',
          ],
          outputs: [
            {
              output_type: 'stream',
              text: ['   name  count  email\n', '0     a   1234      2\n', 'phone    object\n'],
            },
          ],
        },
      ],
      metadata: { kernelspec: { display_name: 'Python 3', name: 'python3' } },
      nbformat: 4,
    }),
  ],
  [
    'server.log',
    `2026-01-01T00:00:00.123Z INFO [http] method=GET path=/users/1234567890 status=200 took=12ms name=users-index
2026-01-01T00:00:01.456Z WARN {"logger":"mail","name":"Mail Sender","to":"***","code":2001234567}
203.0.113.9 - - [01/Jan/2026:00:00:02 +0000] "GET /a?name=b&t=1735689602123 HTTP/1.1" 200 1234567 "-" "Mozilla/5.0 (X11; Linux x86_64)"
`,
  ],
  [
    'schema.sql',
    `CREATE TABLE customers (
  id bigint PRIMARY KEY, name varchar(80) NOT NULL, sex char(1) DEFAULT 'x',
  birth_date date DEFAULT '2000-01-01', phone varchar(20), email text, address text
);
INSERT INTO products (name, price, released) VALUES ('Travel Pillow', 1980, '2020-04-01'), ('Phone Case', 1200, '2021-05-01');
`,
  ],
  [
    'app.properties',
    `app.name=Customer Service
server.address=0.0.0.0
spring.mail.host=smtp.example.com
spring.application.name = customer-service
build.time=20261123012345
label.phone=\\u96fb\\u8a71\\u756a\\u53f7
label.sex=\\u6027\\u5225
`,
  ],
  [
    'Cargo.toml',
    `[package]
name = "customer"
version = "0.12.3"
authors = ["Example Inc."]
[dependencies]
serde = { version = "1.0.217", features = ["derive"] }
`,
  ],
];

describe('nobody is found', () => {
  for (const [path, text] of FILES) {
    it(path, () => {
      const found = scanText(text, { path })
        .filter(({ confidence }) => confidence !== 'possible')
        .map(({ rule, start, end }) => [rule, text.slice(start.offset, end.offset)]);
      assert.deepEqual(found, []);
    });
  }
});
