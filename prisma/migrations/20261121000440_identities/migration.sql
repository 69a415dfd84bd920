-- CreateTable
CREATE TABLE "identity" (
    "id" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C" NOT NULL,
    "provider" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_flow" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "provider" TEXT NOT NULL,
    "user_id" TEXT COLLATE "C",
    "secrets" TEXT NOT NULL,
    "device_name" TEXT,
    "return_to" TEXT,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_flow_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "identity_sign_up" (
    "id" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "newcomer" TEXT NOT NULL,
    "email" TEXT,
    "email_token_hash" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_sign_up_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "identity_provider_issuer_subject_key" ON "identity"("provider", "issuer", "subject");

-- CreateIndex
CREATE INDEX "identity_user_id_created_at_id_idx" ON "identity"("user_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "identity_flow_user_id_idx" ON "identity_flow"("user_id");

-- CreateIndex
CREATE INDEX "identity_flow_expires_at_idx" ON "identity_flow"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "identity_sign_up_hash_key" ON "identity_sign_up"("hash");

-- CreateIndex
CREATE INDEX "identity_sign_up_expires_at_idx" ON "identity_sign_up"("expires_at");

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_flow" ADD CONSTRAINT "identity_flow_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE "outgoing_mail" DROP CONSTRAINT "outgoing_mail_kind";
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_kind" CHECK ("kind" IN ('password_reset', 'email_verification', 'sign_up', 'invitation', 'email_change', 'email_change_notice', 'totp_added', 'totp_removed', 'recovery_codes_replaced', 'recovery_code_used', 'passkey_added', 'passkey_removed',
  'identity_sign_up', 'identity_linked', 'identity_unlinked'));
