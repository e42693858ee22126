-- A log of schema version 1, as the program wrote it: never edit, only add later versions.
PRAGMA application_id = 1096041288;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('v1');
CREATE TABLE records (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  instant INTEGER NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  learner TEXT
) STRICT;
INSERT INTO records VALUES(2,'5654D404-B17A-496A-AC21-EEC78DB51A47','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',2,1795368758838,'learner-created','{"id":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","name":"Grace H."}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(3,'C19DFF73-4179-4DDC-8890-27DD62CB7FCA','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',3,1795368758839,'learner-renamed','{"id":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","name":"Grace"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(4,'E7F19ECF-F8EB-40C4-99DC-8A7C8C14E98A','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',4,1795368758839,'forgotten','{"learner":"8868045D-F4F3-4BCF-9BB0-5AD449393D84"}','8868045D-F4F3-4BCF-9BB0-5AD449393D84');
INSERT INTO records VALUES(5,'4638DDD2-CA7C-4AA6-A4E6-5F26BBCD7D43','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',5,1795368758855,'session-opened','{"bank":"0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11","bankVersion":"2026.10","learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","mode":"play","questions":10,"seed":18446744073709551615,"session":"CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775","topics":[]}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(6,'51F822F9-A761-4A56-8D28-35B795A27DE7','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',6,1795368758858,'answered','{"bank":"0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11","bankVersion":"2026.10","choice":{"option":2},"correctAnswer":"Guinea","digest":"0123456789abcdef","fact":"established/f1","hints":0,"isRight":true,"item":{"answerIDs":["cub","swe","gin"],"form":"multiple-choice","key":2,"optionCount":3,"options":["Cuba","Sweden","Guinea"],"seed":1,"stem":"Which of these established diplomatic relations with the DPRK first?"},"learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","points":120,"session":"CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775","shownAt":{"instant":1795368758858,"offset":7200,"zone":"Europe/Berlin"},"taken":4200,"template":"established-first","topic":"topic-1"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(7,'7B7D01EB-45EB-4DF0-B6C0-6779AD6E3E32','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',7,1795368758862,'answered','{"bank":"0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11","bankVersion":"2026.10","choice":{"option":2},"correctAnswer":"Guinea","digest":"0123456789abcdef","fact":"established/f2","hints":0,"isRight":true,"item":{"answerIDs":["cub","swe","gin"],"form":"multiple-choice","key":2,"optionCount":3,"options":["Cuba","Sweden","Guinea"],"seed":2,"stem":"Which of these established diplomatic relations with the DPRK first?"},"learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","points":100,"session":"CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775","shownAt":{"instant":1795368758862,"offset":7200,"zone":"Europe/Berlin"},"taken":4200,"template":"established-first","topic":"topic-2"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(8,'6FDDE567-6F96-4888-BA6C-D22598F9F35B','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',8,1795368758866,'answered','{"bank":"0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11","bankVersion":"2026.10","choice":{"other":"dont-know"},"correctAnswer":"Guinea","digest":"0123456789abcdef","fact":"established/f3","hints":0,"isRight":false,"item":{"answerIDs":["cub","swe","gin"],"form":"multiple-choice","key":2,"optionCount":3,"options":["Cuba","Sweden","Guinea"],"seed":3,"stem":"Which of these established diplomatic relations with the DPRK first?"},"learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","points":0,"session":"CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775","shownAt":{"instant":1795368758866,"offset":7200,"zone":"Europe/Berlin"},"taken":4200,"template":"established-first","topic":"topic-3"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(9,'909B9EF8-FFB5-4D83-AB95-D5DB0504F649','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',9,1795368758867,'answered','{"bank":"0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11","bankVersion":"2026.10","choice":{"option":2},"correctAnswer":"Guinea","digest":"0123456789abcdef","fact":"established/f4","hints":0,"isRight":true,"item":{"answerIDs":["cub","swe","gin"],"form":"multiple-choice","key":2,"optionCount":3,"options":["Cuba","Sweden","Guinea"],"seed":4,"stem":"Which of these established diplomatic relations with the DPRK first?"},"learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","points":90,"session":"CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775","shownAt":{"instant":1795368758867,"offset":7200,"zone":"Europe/Berlin"},"taken":4200,"template":"established-first","topic":"topic-4"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(10,'03B34E86-CD6C-4085-B639-4670E8E7C7E7','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',10,1795368758870,'retracted','{"answer":"909B9EF8-FFB5-4D83-AB95-D5DB0504F649","learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(11,'5ABA7725-37B1-4067-A477-C04A2F26BA7C','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',11,1795368758874,'flagged','{"bank":"0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11","bankVersion":"2026.10","fact":"established/f4","item":"established-first/dza/multiple-choice/3/4","learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","note":"Is this right?","stem":"Which?"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(12,'48291708-9A1C-4047-974A-C2887FC1F522','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',12,1795368758875,'plan-set','{"departure":"2026-12-01","learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","questionsPerDay":10,"topics":["embassies"]}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(13,'D8123113-E2F6-41BE-A6A1-93F505FAADFD','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',13,1795368758876,'session-closed','{"reason":"finished","session":"CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775"}',NULL);
INSERT INTO records VALUES(14,'35E04539-6ACA-4DA9-BEAA-E9F18D0B0BB8','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',14,1795368758876,'learner-created','{"id":"B1233153-9B35-4631-A4D9-0807ABCA0098","name":"Zoë"}','B1233153-9B35-4631-A4D9-0807ABCA0098');
INSERT INTO records VALUES(15,'D16C2DEC-4367-4D5E-896D-F3E51E5E3664','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',15,1795368758878,'learners-are-one','{"learners":["15A08826-706D-4DD1-8C1F-241FEA61AAEC","E0A5B41F-4BEF-49D9-A6C0-6852BDD86DDE"]}',NULL);
INSERT INTO records VALUES(16,'2287B429-722E-4639-9CC8-82679A6142C5','B2FE5E23-6220-4EAA-8F16-5033781D16F1',1,1795368758878,'mood-told','{"learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","mood":"fine"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
CREATE TABLE device (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  device TEXT NOT NULL,
  next_sequence INTEGER NOT NULL CHECK (next_sequence > 0)
) STRICT;
INSERT INTO device VALUES(1,'2276EAF0-656A-4F8E-AD05-E3DCB94C127E',16);
CREATE TABLE preferences (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO preferences VALUES('current-learner','B1233153-9B35-4631-A4D9-0807ABCA0098');
CREATE TABLE learners (
  learner TEXT PRIMARY KEY NOT NULL,
  person TEXT NOT NULL,
  name TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO learners VALUES('15A08826-706D-4DD1-8C1F-241FEA61AAEC','15A08826-706D-4DD1-8C1F-241FEA61AAEC','Grace');
INSERT INTO learners VALUES('B1233153-9B35-4631-A4D9-0807ABCA0098','B1233153-9B35-4631-A4D9-0807ABCA0098','Zoë');
INSERT INTO learners VALUES('E0A5B41F-4BEF-49D9-A6C0-6852BDD86DDE','15A08826-706D-4DD1-8C1F-241FEA61AAEC',NULL);
CREATE TABLE sessions (
  session TEXT PRIMARY KEY NOT NULL,
  record INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
  learner TEXT NOT NULL,
  opened INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO sessions VALUES('CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775',5,'15A08826-706D-4DD1-8C1F-241FEA61AAEC',1795368758855);
CREATE TABLE closings (
  record INTEGER PRIMARY KEY REFERENCES records (number) ON DELETE CASCADE,
  session TEXT NOT NULL,
  closed INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;
INSERT INTO closings VALUES(13,'CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775',1795368758876,'finished');
CREATE TABLE answers (
  record INTEGER PRIMARY KEY REFERENCES records (number) ON DELETE CASCADE,
  session TEXT NOT NULL,
  learner TEXT NOT NULL,
  bank TEXT NOT NULL,
  topic TEXT NOT NULL,
  fact TEXT NOT NULL,
  is_right INTEGER NOT NULL,
  points INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL
) STRICT;
INSERT INTO answers VALUES(6,'CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775','15A08826-706D-4DD1-8C1F-241FEA61AAEC','0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11','topic-1','established/f1',1,120,1795368758858,0);
INSERT INTO answers VALUES(7,'CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775','15A08826-706D-4DD1-8C1F-241FEA61AAEC','0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11','topic-2','established/f2',1,100,1795368758862,0);
INSERT INTO answers VALUES(8,'CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775','15A08826-706D-4DD1-8C1F-241FEA61AAEC','0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11','topic-3','established/f3',0,0,1795368758866,0);
INSERT INTO answers VALUES(9,'CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775','15A08826-706D-4DD1-8C1F-241FEA61AAEC','0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11','topic-4','established/f4',1,90,1795368758867,1);
CREATE TABLE retractions (
  record INTEGER PRIMARY KEY REFERENCES records (number) ON DELETE CASCADE,
  answer TEXT NOT NULL,
  learner TEXT NOT NULL
) STRICT;
INSERT INTO retractions VALUES(10,'909B9EF8-FFB5-4D83-AB95-D5DB0504F649','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
CREATE TABLE tallies (
  learner TEXT NOT NULL,
  bank TEXT NOT NULL,
  fact TEXT NOT NULL,
  topic TEXT NOT NULL,
  answers INTEGER NOT NULL,
  right_answers INTEGER NOT NULL,
  points INTEGER NOT NULL,
  last_answered INTEGER NOT NULL,
  PRIMARY KEY (learner, bank, fact, topic)
) STRICT, WITHOUT ROWID;
INSERT INTO tallies VALUES('15A08826-706D-4DD1-8C1F-241FEA61AAEC','0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11','established/f1','topic-1',1,1,120,1795368758858);
INSERT INTO tallies VALUES('15A08826-706D-4DD1-8C1F-241FEA61AAEC','0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11','established/f2','topic-2',1,1,100,1795368758862);
INSERT INTO tallies VALUES('15A08826-706D-4DD1-8C1F-241FEA61AAEC','0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11','established/f3','topic-3',1,0,0,1795368758866);
CREATE INDEX records_of_devices ON records (device, sequence);
CREATE INDEX records_of_learners ON records (kind, learner) WHERE kind IN ('learner-created', 'learner-renamed', 'learners-are-one', 'forgotten', 'plan-set');
CREATE INDEX sessions_by_time ON sessions (opened);
CREATE INDEX sessions_by_record ON sessions (record);
CREATE INDEX closings_by_session ON closings (session);
CREATE INDEX answers_by_session ON answers (session);
CREATE INDEX answers_retracted ON answers (record) WHERE is_retracted;
CREATE INDEX answers_by_fact ON answers (learner, bank, fact, topic);
CREATE INDEX retractions_by_answer ON retractions (answer);
COMMIT;
