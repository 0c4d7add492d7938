<?php
// A shop as PHP, in the way of WooCommerce: one hook draws the field, another runs when the order is saved.
// LICET_KEY=licet_… php -S 127.0.0.1:8080 examples/widget/php/index.php

$licet = getenv('LICET_URL') ?: 'http://127.0.0.1:4000';
$folder = getenv('SHOP_FOLDER') ?: '.';

/** Before the button of the checkout. */
function licet_field(string $licet): string {
    return '<script type="module" src="' . $licet . '/widget/licet-consent.js"></script>'
        . '<licet-consent form="order" inputs><noscript><p>Nos nouvelles par courriel ? <a href="' . $licet
        . '/f/sign-up?lang=fr">Inscrivez-vous ici.</a></p></noscript></licet-consent>';
}

/** After the order is saved; answers the sentences that the person should see. The order never fails for it. */
function licet_submit(string $licet, string $folder, array $post, array $order): array {
    if (empty($post['licet-token'])) {
        return [];
    }
    $submission = json_encode([
        'token' => $post['licet-token'],
        'email' => $post['billing_email'],
        'boxes' => array_values((array) ($post['licet-box'] ?? [])),
        'refused' => isset($post['licet-refused']),
        'recipient' => ['country' => 'FR'],
        'order' => $order,
    ]);
    $answer = @file_get_contents("$licet/api/v1/submissions", false, stream_context_create(['http' => [
        'method' => 'POST',
        'header' => "Content-Type: application/json\r\nAuthorization: Bearer " . getenv('LICET_KEY'),
        'content' => $submission,
        'timeout' => 5,
        'ignore_errors' => true,
    ]]));
    $told = $answer === false ? null : json_decode($answer, true);
    if (isset($told['message'])) {
        return $told['message'];
    }
    // To be sent again: twice the same submission is one act.
    file_put_contents("$folder/waiting.jsonl", "$submission\n", FILE_APPEND);
    return [];
}

$said = null;
if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    $reference = $_POST['reference'] ?? '';
    file_put_contents("$folder/orders.jsonl", json_encode(['reference' => $reference, 'email' => $_POST['billing_email'] ?? '']) . "\n", FILE_APPEND);
    $said = licet_submit($licet, $folder, $_POST, ['reference' => $reference, 'category' => 'shoes', 'paid' => true]);
}
?>
<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Commande</title>
<main>
<?php if ($said !== null): ?>
<h1>Merci</h1>
<?php foreach ($said as $sentence): ?><p><?= htmlspecialchars($sentence) ?></p><?php endforeach ?>
<?php else: ?>
<h1>Commande</h1>
<form method="post" action="/checkout" class="woocommerce-checkout">
<input type="hidden" name="reference" value="<?= bin2hex(random_bytes(8)) ?>">
<p><label>Adresse de courriel <input type="email" name="billing_email" required></label></p>
<?= licet_field($licet) ?>
<button>Payer 149 €</button>
</form>
<?php endif ?>
</main>
</html>
