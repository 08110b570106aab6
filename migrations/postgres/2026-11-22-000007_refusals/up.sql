-- Addresses of which a mail server said that it will take nothing for them. Other mail for them is held.
CREATE TABLE mail_refusal (
    address_fold TEXT PRIMARY KEY NOT NULL,
    said TEXT NOT NULL,
    refused_at BIGINT NOT NULL
);
